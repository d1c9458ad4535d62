using NodaTime.Text;
using Parley.Findings.Statements;
using Parley.Language;
using Parley.Resolution;

namespace Parley.Findings.Tests;

/// <summary>Reports in brief, each with one source and for whom it speaks; written before the reader saw them.</summary>
public class SpeakerTests
{
    /// <summary>A little below what was measured last: a change that costs more is noticed here.</summary>
    private const double Floor = 0.76;

    private static readonly LanguagePipeline s_pipeline = LanguagePipeline.Create();
    private static readonly Resolver s_resolver = new(Knowledge.BuiltIn);
    private static readonly StatementReader s_reader = new();

    [Fact]
    public void MostSourcesSpeakForWhomTheReportSays()
    {
        var (right, all) = (0, 0);
        foreach (var row in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Cases", "speakers.tsv")).Where(static line => !line.StartsWith('#')).Select(static line => line.Split('\t')))
        {
            all++;
            var document = s_pipeline.Analyze(row[2]);
            var statements = s_reader.Read(document, s_resolver.Read(document, LocalDatePattern.Iso.Parse(row[1]).Value));
            var own = statements.FirstOrDefault(statement => statement.Source is { } source && IsSame(row[2], source.Start, source.End, row[3]));
            var actor = own?.Actor ?? "";
            if (own is not null && IsNamed(actor, row[4]))
                right++;
            else
                TestContext.Current.TestOutputHelper?.WriteLine($"{row[0]}: \"{row[3]}\" speaks for \"{row[4]}\", read: {(own is null ? "no such source" : $"\"{actor}\"")}");
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{right} of {all}");
        Assert.InRange((double)right / all, Floor, 1);
    }

    /// <summary>Any name of the actor counts.</summary>
    private static bool IsNamed(string actor, string expected)
    {
        if (actor == expected || expected.Length == 0)
            return actor == expected;
        foreach (var named in Knowledge.BuiltIn.Names.Find(expected))
        {
            if (Knowledge.BuiltIn.Actors.PartyOf(named.Actor).Name == actor)
                return true;
        }

        return false;
    }

    private static bool IsSame(string text, int start, int end, string source)
    {
        var at = text.IndexOf(source, StringComparison.Ordinal);
        return start < at + source.Length && end > at;
    }
}
