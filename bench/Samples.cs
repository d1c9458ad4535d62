using Parley.Intake;
using Parley.Intake.Languages;
using Parley.Reports;

namespace Parley.Benchmarks;

/// <summary>The sample reports, found from where the benchmarks run.</summary>
internal static class Samples
{
    private static readonly string s_folder = Find();

    public static PageMaterial Page { get; } =
        new(new Origin("page.html"), File.ReadAllBytes(Path.Combine(s_folder, "2021-05-14-diplomat-halt-within-days.html")), null);

    public static ArticleMaterial Article { get; } =
        new(new Origin("article.json"), File.ReadAllBytes(Path.Combine(s_folder, "2021-05-19-biden-significant-de-escalation.json")));

    public static MaterialReader Reader { get; } = new(IntakeLimits.Default, new LanguageCheck());

    public static Report Report { get; } = Reader.Read(Page).IsOk(out var report, out var fault) ? report : throw new InvalidOperationException(fault.ToString());

    private static string Find()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Parley.slnx")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The benchmarks run outside the repository.");
        return Path.Combine(folder, "samples/may-2021");
    }
}
