using Parley.Findings.Gold;
using Parley.Findings.Statements;
using Parley.Language;
using Parley.Reports;
using Parley.Reports.Findings;
using Parley.Resolution;

namespace Parley.Train.Gold;

/// <summary>Gold reports, read up to their statements.</summary>
internal static class GoldReading
{
    /// <summary>Reads all reports of folders.</summary>
    /// <exception cref="InvalidDataException">A file is none.</exception>
    public static IReadOnlyList<(GoldReport Gold, Document Document, ResolvedDocument Resolved, ImmutableArray<Statement> Statements)> Read(IEnumerable<DirectoryInfo> folders)
    {
        var faults = new List<Fault>();
        var reports = folders.SelectMany(folder => GoldFiles.Read(folder.FullName, faults)).ToArray();
        if (faults.Count > 0)
            throw new InvalidDataException(string.Join('\n', faults));
        var language = LanguagePipeline.Create();
        var resolver = new Resolver(Knowledge.BuiltIn);
        var reader = new StatementReader();
        return
        [
            .. reports.AsParallel().AsOrdered().Select(gold =>
            {
                var document = language.Analyze(gold.Report.Text, new AnalysisContext(gold.Report.Published));
                var resolved = resolver.Read(document, gold.Report.Published?.LastDay);
                return (gold, document, resolved, reader.Read(document, resolved, gold.Report.Outlet?.Name));
            }),
        ];
    }
}
