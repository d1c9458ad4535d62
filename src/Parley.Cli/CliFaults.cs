using Parley.Reports;

namespace Parley.Cli;

/// <summary>Faults of the command line (PAR90xx).</summary>
internal static class CliFaults
{
    /// <summary>An option's value is no date.</summary>
    public static readonly FaultCode BadDate = new("PAR9001",
        "The value is no date.", "Give it as 2021-05-14, 2021-05 or 2021-05-14T18:40Z.");

    /// <summary>A conflict that no report is placed in.</summary>
    public static readonly FaultCode NoSuchConflict = new("PAR9002",
        "No report in the ledger is placed in such a conflict.", "This version does not tell conflicts apart yet: leave the name out for all that the ledger holds.");

    /// <summary>An option's value is no network.</summary>
    public static readonly FaultCode BadNetwork = new("PAR9003",
        "The value is no network.", "Give it as 10.1.0.0/16 or fd00::/8.");

    /// <summary>A contact that cannot stand in a request.</summary>
    public static readonly FaultCode BadContact = new("PAR9005",
        "The value is no mail or web address.", "Give it without spaces or parentheses, such as desk@news.example.");

    /// <summary>The reader of standard output went away.</summary>
    public static readonly FaultCode OutputClosed = new("PAR9004",
        "The program that reads the output has ended.", "What was read until then is kept; run the same command again to go on.");

    /// <summary>Standard output took no more: a full disk, or none at all.</summary>
    public static readonly FaultCode CannotOutput = new("PAR9006",
        "The output could not be written.", "Free disk space or send it elsewhere, then run the same command again.");

    /// <summary>Something was thrown that nobody expected.</summary>
    public static readonly FaultCode Defect = new("PAR9007",
        "The command failed, which is a defect of Parley's.", "Please report it with the lines below.");

    /// <summary><c>--tree</c> beside a format.</summary>
    public static readonly FaultCode TreeHasNoFormat = new("PAR9008",
        "A tree is drawn for the eye and has no format.", "Leave out --tree or --format.");

    /// <summary>An option's value is no number of a sentence.</summary>
    public static readonly FaultCode BadSentence = new("PAR9009",
        "The value is no number of a sentence.", "Count from 1, as sent_id does in CoNLL-U.");

    /// <summary><c>--sentence</c> without <c>--tree</c>.</summary>
    public static readonly FaultCode SentenceNeedsTree = new("PAR9010",
        "One sentence can be chosen for its tree alone.", "Add --tree, or leave out --sentence.");

    /// <summary>A sentence beyond a text's last.</summary>
    public static readonly FaultCode NoSuchSentence = new("PAR9011",
        "The text has no such sentence.", "Leave out --sentence to see them all with their numbers.");

    /// <summary>A measure that is not taken.</summary>
    public static readonly FaultCode NoSuchMeasure = new("PAR9012",
        "There is no such measure.", "Give one of those listed, or \"all\".");

    /// <summary><c>--explain</c> where nothing is read or written.</summary>
    public static readonly FaultCode NothingToExplain = new("PAR9013",
        "Only findings that are read and written can be explained.", "Leave out --explain, or --no-findings and --format none.");
}
