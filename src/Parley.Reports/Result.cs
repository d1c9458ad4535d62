using System.Diagnostics.CodeAnalysis;

namespace Parley.Reports;

/// <summary>A value, or the fault that stands in its place.</summary>
public readonly struct Result<T>
    where T : class
{
    private readonly T? _value;
    private readonly Fault? _fault;

    private Result(T? value, Fault? fault)
    {
        _value = value;
        _fault = fault;
    }

    /// <summary>True with the value, false with the fault.</summary>
    public bool IsOk([NotNullWhen(true)] out T? value, [NotNullWhen(false)] out Fault? fault)
    {
        value = _value;
        fault = _value is null ? _fault ?? throw new InvalidOperationException("A result was never set.") : null;
        return value is not null;
    }

    /// <summary>A success.</summary>
    public static implicit operator Result<T>(T value) =>
        new(value ?? throw new ArgumentNullException(nameof(value)), null);

    /// <summary>A failure.</summary>
    public static implicit operator Result<T>(Fault fault) =>
        new(null, fault ?? throw new ArgumentNullException(nameof(fault)));
}
