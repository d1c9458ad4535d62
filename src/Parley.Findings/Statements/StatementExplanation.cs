using System.Globalization;
using Parley.Language;
using Parley.Reports.Findings;

namespace Parley.Findings.Statements;

/// <summary>Tells in words why a statement was read as it was, from what was decided on the way.</summary>
internal static class StatementExplanation
{
    /// <summary>How a relay is known that the sentence does not tell.</summary>
    public const string RelayedBefore = "what the same speaker said before came through it";

    /// <summary>Of a statement that has a cue.</summary>
    /// <param name="document">The text.</param>
    /// <param name="found">The attribution.</param>
    /// <param name="identity">What the speaker is known as.</param>
    /// <param name="saying">When it was said.</param>
    /// <param name="hedge">The word that hedges the content; null for none.</param>
    /// <param name="relay">How the relay was found; null for none.</param>
    public static IReadOnlyList<Decision> Of(Document document, Attribution found, SpeakerIdentity identity, Saying saying, string? hedge, string? relay)
    {
        var (cue, floor, source, content) = found.Likelihoods;
        var decisions = new List<Decision>
        {
            new("cue", Text($"\"{document.Tokens[found.Head].Lemma}\" heads a cue by the model, which must give {floor:0.00}; {Lexicon(found)}"), Rounded(cue)),
            new("source", found.Source is null ? "no word of the sentence heads one by the model" : "its head by the model; it takes in what hangs on that, without clauses", Rounded(source)),
            new("content", found.Content.Length > 1 ? "first and last word by the model; the cue and source are cut out" : "first and last word by the model", Rounded(content)),
            new("certainty", Certainty(found, hedge)),
            new("said", saying.Reason),
        };
        AddIdentity(decisions, identity, found.Source is not null);
        if (relay is not null)
            decisions.Add(new Decision("relay", relay));
        return decisions;
    }

    /// <summary>Of a quoted sentence without a cue.</summary>
    public static IReadOnlyList<Decision> OfQuoted(bool isBefore, SpeakerIdentity identity, Saying saying, string? hedge, bool isRelayed)
    {
        var decisions = new List<Decision>
        {
            new("content", "the sentence is all in quotation marks"),
            new("source", isBefore ? "the first that speaks after it in the paragraph" : "who spoke in the sentence before it"),
            new("certainty", hedge is null ? "nothing in it hedges" : $"\"{hedge}\" hedges it"),
            new("said", saying.Reason),
        };
        AddIdentity(decisions, identity, hasSource: true);
        if (isRelayed)
            decisions.Add(new Decision("relay", RelayedBefore));
        return decisions;
    }

    private static void AddIdentity(List<Decision> decisions, SpeakerIdentity identity, bool hasSource)
    {
        if (!hasSource)
            return;
        decisions.Add(new Decision("named", identity.Named ? "by name, or as a known office or body" : "by no name"));
        decisions.Add(new Decision("actor", identity.Reason));
    }

    private static string Lexicon(Attribution found) => found switch
    {
        { Entry: null } => "the lexicon does not have it",
        { IsAttitude: true } => "the lexicon has it; an attitude towards a thing",
        _ => "the lexicon has it",
    };

    private static string Certainty(Attribution found, string? hedge) =>
        found.Entry is { Does: Reports.Findings.Certainty.Denied } ? "the cue denies its content"
        : found.Entry is { Does: Reports.Findings.Certainty.Hedged } ? "the cue hedges its content"
        : hedge is null ? "neither the cue nor a word of the content hedges"
        : $"\"{hedge}\" hedges the content";

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static double Rounded(double likelihood) => Math.Round(likelihood, 3);
}
