using Parley.Intake.Articles;
using Parley.Intake.Languages;
using Parley.Intake.Pages;
using Parley.Intake.Texts;
using Parley.Reports;

namespace Parley.Intake;

/// <summary>
/// Makes reports of material: picks the format's reader, assembles what it found, tells the language. Pure and safe to call
/// from many threads. A reader that throws has a defect; it costs only its input and is told as such.
/// </summary>
/// <param name="limits">What one report may cost.</param>
/// <param name="languages">Tells the language of its text.</param>
public sealed class MaterialReader(IntakeLimits limits, LanguageCheck languages)
{
    /// <summary>The report, or why there is none.</summary>
    public Result<Report> Read(Material material)
    {
        ArgumentNullException.ThrowIfNull(material);
        try
        {
            return Draft(material).IsOk(out var draft, out var fault)
                ? Finish(draft, material.Origin)
                : fault;
        }
#pragma warning disable CA1031 // Whatever a hostile input makes a reader throw costs only that input, and is told as a defect.
        catch (Exception defect)
#pragma warning restore CA1031
        {
            return new Fault(IntakeFaults.Defect, material.Origin.ToString(), $"{defect.GetType().Name}: {defect.Message}");
        }
    }

    private Result<ReportDraft> Draft(Material material) => material switch
    {
        PageMaterial page => PageReader.Read(page, limits),
        ArticleMaterial article => NewsArticleReader.Read(article, limits),
        TextMaterial text => TextReportReader.Read(text, limits),
        EntryMaterial entry => PageReader.ReadEntry(entry, limits),
        _ => throw new InvalidOperationException($"No reader is known for {material.GetType().Name}."),
    };

    private Result<Report> Finish(ReportDraft draft, Origin origin)
    {
        var dated = draft with { Dateline = draft.Dateline ?? DatelineParser.Find(draft.Paragraphs, draft.Published) };
        return ReportAssembler.Assemble(dated, origin, limits).IsOk(out var report, out var fault)
            ? report with { Language = languages.Detect(report.Text, draft.DeclaredLanguage) }
            : fault;
    }
}
