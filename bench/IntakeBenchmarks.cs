using BenchmarkDotNet.Attributes;
using Parley.Intake;
using Parley.Intake.Languages;
using Parley.Reports;

namespace Parley.Benchmarks;

/// <summary>From bytes to a report.</summary>
[MemoryDiagnoser]
public class IntakeBenchmarks
{
    private readonly MaterialReader _reader = Samples.Reader;

    [Benchmark]
    public Result<Report> APageOfFourKilobytesOfText() => _reader.Read(Samples.Page);

    [Benchmark]
    public Result<Report> ANewsArticle() => _reader.Read(Samples.Article);
}

/// <summary>What the look at English function words saves over asking the models at once.</summary>
[MemoryDiagnoser]
public class LanguageBenchmarks
{
    private readonly LanguageCheck _check = new();
    private readonly string _sample = Samples.Report.Text[..1000];

    [Benchmark(Baseline = true)]
    public string? ModelsAlone() => _check.ByModel(_sample);

    [Benchmark]
    public string? FunctionWordsFirst() => _check.Detect(_sample);
}
