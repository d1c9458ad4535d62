using Parley.Reports;

namespace Parley.Resolution;

/// <summary>Faults of known actors, places and conflicts (PAR21xx).</summary>
public static class ResolutionFaults
{
    /// <summary>A file or folder that cannot be read.</summary>
    public static readonly FaultCode CannotRead = new("PAR2101",
        "The files of actors could not be read.", "Give a folder that exists, with files that end in .yaml and that you may read.");

    /// <summary>A file that is no YAML.</summary>
    public static readonly FaultCode NoYaml = new("PAR2102",
        "The file is no valid YAML.", "Mend it at this line; data/actors/README.md shows the form.");

    /// <summary>An entry that is not as it should be.</summary>
    public static readonly FaultCode BadEntry = new("PAR2103",
        "The entry is wrong.", "Mend it at this line; data/actors/README.md says what each field may hold.");

    /// <summary>Two entries of one name.</summary>
    public static readonly FaultCode Twice = new("PAR2104",
        "An entry of this name stands twice.", "Join the two, or tell them apart by a country in brackets.");

    /// <summary>A reference to an actor that is not there.</summary>
    public static readonly FaultCode NoSuchActor = new("PAR2105",
        "The entry refers to an actor that has no entry.", "Write its canonical name as its own entry has it, or add that entry.");

    /// <summary>Dates that cannot be.</summary>
    public static readonly FaultCode BadDates = new("PAR2106",
        "The entry's dates cannot be.", "Give from before to, and a person's offices within their life.");
}
