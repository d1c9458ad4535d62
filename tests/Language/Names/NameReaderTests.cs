using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Parley.Language.Names;

namespace Parley.Language.Tests.Names;

public class NameReaderTests(ITestOutputHelper output)
{
    private static readonly LanguagePipeline s_pipeline = LanguagePipeline.Create();

    private const string Measured = "# measured: ";

    private static string[] Lines => File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Names", "names.tsv"));

    private static string[][] Rows =>
        [.. Lines.Where(static line => line.Length > 0 && line[0] != '#').Select(static line => line.Split('\t'))];

    public static TheoryData<string> Table => [.. Rows.Where(static row => row.Length == 1).Select(static row => row[0])];

    [Theory]
    [MemberData(nameof(Table))]
    public void NamesAreReadAsACarefulReaderReadsThem(string marked) => Assert.Equal(marked, Mark(Plain(marked)));

    [Fact]
    public void NoMoreOfTheTableIsMissedThanWasMeasured()
    {
        var rows = Rows;
        var missed = rows.Select(static row => row[0]).Where(static marked => Mark(Plain(marked)) != marked).ToArray();
        foreach (var marked in missed)
            output.WriteLine($"{marked}\n    read as {Mark(Plain(marked))}");
        var share = 1 - missed.Length / (double)rows.Length;
        var measured = double.Parse(Lines.First(static line => line.StartsWith(Measured, StringComparison.Ordinal)).Split(' ')[2], CultureInfo.InvariantCulture);
        output.WriteLine($"{rows.Length - missed.Length} of {rows.Length} right");
        Assert.True(rows.Length >= 120 && share >= measured, $"{share:0.000} of the table is right, not {measured:0.000}");
    }

    [Fact]
    public void NamesLieWithinTheTextAndEachWithinTheOneItSays()
    {
        foreach (var row in Rows)
        {
            var document = s_pipeline.Analyze(Plain(row[0]));
            for (var i = 0; i < document.Names.Length; i++)
            {
                var (span, _, within) = document.Names[i];
                Assert.True(span.End <= document.Text.Length && span.Start < span.End);
                Assert.True(within is null || (within < i && document.Names[within.Value].Span.Contains(span)));
            }
        }
    }

    [Fact]
    public void ANameIsTheSameThroughoutAText()
    {
        var document = s_pipeline.Analyze("Rashid Qandil met reporters in Doha. Later, Qandil left. The aides said that Qandil was tired.");
        Assert.Equal(["Rashid Qandil", "Qandil", "Qandil"],
            document.Names.Where(static name => name.Kind is NameKind.Person).Select(name => name.Span.In(document.Text).ToString()));
    }

    private static string Plain(string marked) => Regex.Replace(marked, @"\[[A-Z] |\]", "");

    /// <summary>A text with the names that are read in it in brackets.</summary>
    private static string Mark(string text)
    {
        var marked = new StringBuilder();
        var names = s_pipeline.Analyze(text).Names;
        for (var at = 0; at <= text.Length; at++)
        {
            marked.Append(']', names.Count(name => name.Span.End == at));
            foreach (var name in names.Where(name => name.Span.Start == at))
                marked.Append('[').Append(Letter(name.Kind)).Append(' ');
            if (at < text.Length)
                marked.Append(text[at]);
        }

        return marked.ToString();
    }

    private static char Letter(NameKind kind) => kind == NameKind.Place ? 'L' : kind.ToString()[0];
}
