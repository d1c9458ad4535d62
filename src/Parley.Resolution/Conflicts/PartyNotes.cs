namespace Parley.Resolution.Conflicts;

/// <summary>What a document tells of one party.</summary>
/// <param name="name">Its canonical name, or the document's own where it is not known.</param>
internal sealed class PartyNotes(string name)
{
    public string Name { get; } = name;

    /// <summary>How often it is named.</summary>
    public int Mentions { get; set; }

    /// <summary>How often it, or who stands for it, does or says something.</summary>
    public int Acts { get; set; }

    /// <summary>How often it does what fighters do, to whomever.</summary>
    public int Deeds { get; set; }

    /// <summary>How often it is said to mediate.</summary>
    public int Mediates { get; set; }

    /// <summary>How often it is named with envoys, drafts and talks, which mediators have, and others too.</summary>
    public int Bridges { get; set; }
}
