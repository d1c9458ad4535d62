using System.IO.Compression;
using System.Text.Json;
using System.Text.RegularExpressions;
using Parley.Intake.Pages;

namespace Parley.Intake.Tests.Pages;

/// <summary>Body text against the development half of article-extraction-benchmark, where it lies beside the repository.</summary>
public partial class ArticleBenchmarkTests
{
    private const double LeastF1 = 0.960;

    [Fact]
    public void ArticlesAreReadAsPeopleMarkedThem()
    {
        var data = Data();
        Assert.SkipUnless(data is not null, "The benchmark's pages are not beside the repository (../shared/data/articles).");
        using var truth = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(data, "ground-truth.json")));
        var scores = Directory.GetFiles(Path.Combine(data, "html"), "*.html.gz").AsParallel().Select(path =>
        {
            var body = truth.RootElement.GetProperty(Path.GetFileName(path)[..^".html.gz".Length]).GetProperty("articleBody").GetString()!;
            return Score(Grams(body), Grams(Text(path)));
        }).ToArray();
        Assert.NotEmpty(scores);
        var (precision, recall) = (scores.Average(score => score.Precision), scores.Average(score => score.Recall));
        var f1 = 2 * precision * recall / (precision + recall);
        Assert.True(f1 >= LeastF1, FormattableString.Invariant($"F1 {f1:F4}, precision {precision:F4}, recall {recall:F4}"));
    }

    private static string? Data()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Parley.slnx")))
            folder = folder.Parent;
        var data = folder?.Parent is { } beside ? Path.Combine(beside.FullName, "shared", "data", "articles") : null;
        return Directory.Exists(data) ? data : null;
    }

    private static string Text(string path)
    {
        using var bytes = new MemoryStream();
        using (var packed = new GZipStream(File.OpenRead(path), CompressionMode.Decompress))
            packed.CopyTo(bytes);
        return PageReader.Read(new PageMaterial(new Origin(path), bytes.ToArray(), null), IntakeLimits.Default).IsOk(out var draft, out _)
            ? string.Join("\n\n", draft.Paragraphs)
            : "";
    }

    private static (double Precision, double Recall) Score(Dictionary<string, int> gold, Dictionary<string, int> found)
    {
        double both = gold.Sum(gram => Math.Min(gram.Value, found.GetValueOrDefault(gram.Key)));
        return (found.Count == 0 ? 0 : both / found.Values.Sum(), gold.Count == 0 ? 0 : both / gold.Values.Sum());
    }

    private static Dictionary<string, int> Grams(string text)
    {
        var words = Word().Matches(text.ToLowerInvariant()).Select(match => match.Value).ToArray();
        var grams = new Dictionary<string, int>();
        for (var i = 0; i < Math.Max(1, words.Length - 3) && words.Length > 0; i++)
        {
            var gram = string.Join(' ', words[i..Math.Min(words.Length, i + 4)]);
            grams[gram] = grams.GetValueOrDefault(gram) + 1;
        }

        return grams;
    }

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();
}
