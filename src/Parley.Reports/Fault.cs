using System.Globalization;

namespace Parley.Reports;

/// <summary>
/// A kind of expected failure that a user can meet: a code, one sentence of what happened and one of what
/// to do. Codes are static fields of the stage that meets them; <c>docs/handbook/faults.md</c> lists them all.
/// </summary>
public sealed record FaultCode
{
    /// <summary>Declares a code.</summary>
    /// <param name="id"><c>PAR</c> and four digits; the first tells the stage.</param>
    /// <param name="what">What happened, one sentence.</param>
    /// <param name="remedy">What to do, one sentence.</param>
    public FaultCode(string id, string what, string remedy)
    {
        if (id is not { Length: 7 } || !id.StartsWith("PAR", StringComparison.Ordinal)
            || !int.TryParse(id.AsSpan(3), NumberStyles.None, CultureInfo.InvariantCulture, out _))
        {
            throw new ArgumentException("A fault code is PAR and four digits.", nameof(id));
        }

        ArgumentException.ThrowIfNullOrWhiteSpace(what);
        ArgumentException.ThrowIfNullOrWhiteSpace(remedy);
        Id = id;
        What = what;
        Remedy = remedy;
    }

    /// <summary><c>PAR1203</c></summary>
    public string Id { get; }

    /// <summary>What happened, one sentence.</summary>
    public string What { get; }

    /// <summary>What to do, one sentence.</summary>
    public string Remedy { get; }
}

/// <summary>An expected failure: a value, not an exception. It costs only the input it names.</summary>
/// <param name="Code">What kind.</param>
/// <param name="Where">The input it concerns, as the user named it, with line or record where that helps.</param>
/// <param name="Detail">What exactly was found, where the code's sentence leaves it open; no sentence end.</param>
public sealed record Fault(FaultCode Code, string Where, string? Detail = null)
{
    /// <summary><c>PAR1203 page.html: What happened. (detail) What to do.</c></summary>
    public override string ToString() => Detail is null
        ? $"{Code.Id} {Where}: {Code.What} {Code.Remedy}"
        : $"{Code.Id} {Where}: {Code.What} ({Detail}) {Code.Remedy}";
}
