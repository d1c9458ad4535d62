using BenchmarkDotNet.Attributes;
using Parley.Findings.Statements;
using Parley.Language;
using Parley.Reading;
using Parley.Reports.Findings;

namespace Parley.Benchmarks;

/// <summary>From a report to its findings, after the language stage (see <see cref="LanguageStageBenchmarks"/>) and with it.</summary>
[MemoryDiagnoser]
public class ReadingBenchmarks
{
    private readonly StatementReader _statements = new();
    private readonly Pipeline _pipeline = Pipeline.Full();
    private readonly Document _document = LanguagePipeline.Create().Analyze(Samples.Report.Text);

    [Benchmark]
    public ImmutableArray<Statement> Statements() => _statements.Read(_document);

    [Benchmark]
    public ReportReading AllStages() => _pipeline.Read(Samples.Report);
}
