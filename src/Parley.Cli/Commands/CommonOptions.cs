using System.CommandLine;
using Parley.Reports;

namespace Parley.Cli.Commands;

/// <summary>Options that several verbs share, spelled the same everywhere.</summary>
internal static class CommonOptions
{
    /// <summary>Where the ledger is kept unless said otherwise.</summary>
    public const string DefaultLedger = "parley.db";

    public static Option<string> Ledger() => new("--ledger")
    {
        Description = "The ledger file.",
        HelpName = "path",
        DefaultValueFactory = static _ => DefaultLedger,
    };

    public static Option<PartialDate?> AsOf() => new("--as-of")
    {
        Description = "Leave out of the brief what was reported later: a date, a month, or a moment such as 2021-05-14T18:40Z.",
        HelpName = "date",
        CustomParser = static result =>
        {
            var text = result.Tokens[0].Value;
            if (PartialDate.TryParse(text, out var date))
                return date;
            result.AddError(new Fault(CliFaults.BadDate, $"--as-of {text}").ToString());
            return null;
        },
    };

    public static Argument<string[]> What() => new("what")
    {
        Description = "Pages, feeds, addresses, WARC files, NewsArticle JSON and JSON Lines, text, folders, or - for standard input.",
        Arity = ArgumentArity.OneOrMore,
    };
}
