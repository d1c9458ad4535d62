namespace Parley.Reports;

/// <summary>Who publishes a report: a newspaper, agency, broadcaster, ministry, mission.</summary>
/// <param name="Name">As the report gives it; never empty.</param>
public sealed record Outlet(string Name)
{
    /// <summary>As the report gives it; never empty.</summary>
    public string Name { get; } =
        string.IsNullOrWhiteSpace(Name) ? throw new ArgumentException("An outlet has a name.", nameof(Name)) : Name;

    /// <inheritdoc/>
    public override string ToString() => Name;
}
