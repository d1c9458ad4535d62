using Parley.Reports;
using Parley.Resolution.Actors;
using YamlDotNet.RepresentationModel;

namespace Parley.Resolution.Files;

/// <summary>
/// A mapping of a YAML file. Each field is asked for once; what is of another form than asked for becomes a fault that names the file and
/// the line, and reads as if it were not there.
/// </summary>
internal sealed class YamlEntry(string path, YamlMappingNode node, IReadOnlyCollection<string> sources, List<Fault> faults)
{
    private readonly HashSet<string> _asked = [];

    /// <summary>File and line, for faults.</summary>
    public string Where { get; } = $"{path}:{node.Start.Line}";

    /// <summary>Text that must be there.</summary>
    public string? Required(string key)
    {
        var text = Text(key);
        if (text is null)
            Refuse(node, $"\"{key}\" is missing");
        return text;
    }

    /// <summary>Text, or null where there is none.</summary>
    public string? Text(string key) => Find(key) is { } value ? Scalar(value, key) : null;

    /// <summary>The entry's source, which must be one of the file's.</summary>
    public string? Source()
    {
        if (Find("source") is not { } value)
            Refuse(node, "\"source\" is missing");
        else if (Scalar(value, "source") is { } key && sources.Contains(key))
            return key;
        else
            Refuse(value, "\"source\" is none of the file's sources");
        return null;
    }

    /// <summary>A list of texts; one text is a list of one.</summary>
    public ImmutableArray<string> Texts(string key) => Find(key) switch
    {
        null => [],
        YamlSequenceNode list => [.. list.Select(item => Scalar(item, key)).OfType<string>()],
        var value => Scalar(value, key) is { } text ? [text] : [],
    };

    /// <summary>Names, each a text or a mapping with <c>name</c> and the dates between which it was used.</summary>
    public ImmutableArray<DatedName> Names(string key)
    {
        if (Find(key) is not { } value)
            return [];
        if (value is not YamlSequenceNode list)
        {
            Refuse(value, $"\"{key}\" is no list");
            return [];
        }

        var names = ImmutableArray.CreateBuilder<DatedName>();
        foreach (var item in list)
        {
            if (item is YamlMappingNode mapping)
            {
                var entry = new YamlEntry(path, mapping, sources, faults);
                if (entry.Required("name") is { } name)
                    names.Add(new DatedName(name, entry.Span()));
                entry.RefuseOthers();
            }
            else if (Scalar(item, key) is { } text)
            {
                names.Add(new DatedName(text, default));
            }
        }

        return names.ToImmutable();
    }

    /// <summary>A date, a year, month or day; null where there is none.</summary>
    public PartialDate? Date(string key)
    {
        if (Find(key) is not { } value || Scalar(value, key) is not { } text)
            return null;
        if (PartialDate.TryParse(text, out var date) && date.Precision <= DatePrecision.Day)
            return date;
        Refuse(value, $"\"{key}\" is no year, month or day: {text}", ResolutionFaults.BadDates);
        return null;
    }

    /// <summary>What the fields <paramref name="from"/> and <paramref name="to"/> say.</summary>
    public DateSpan Span(string from = "from", string to = "to")
    {
        var span = new DateSpan(Date(from), Date(to));
        if (span is { From: { } start, To: { } end } && start.FirstDay > end.LastDay)
            Refuse(node, $"{from} {start} is after {to} {end}", ResolutionFaults.BadDates);
        return span;
    }

    /// <summary>A list of mappings.</summary>
    public IEnumerable<YamlEntry> Entries(string key, IReadOnlyCollection<string>? known = null)
    {
        if (Find(key) is not { } value)
            yield break;
        if (value is not YamlSequenceNode list)
        {
            Refuse(value, $"\"{key}\" is no list");
            yield break;
        }

        foreach (var item in list)
        {
            if (item is YamlMappingNode mapping)
                yield return new YamlEntry(path, mapping, known ?? sources, faults);
            else
                Refuse(item, $"an item of \"{key}\" is no mapping");
        }
    }

    /// <summary>A list of lists of texts.</summary>
    public ImmutableArray<ImmutableArray<string>> Lists(string key)
    {
        if (Find(key) is not { } value)
            return [];
        if (value is YamlSequenceNode list && list.All(static item => item is YamlSequenceNode))
            return [.. list.Cast<YamlSequenceNode>().Select(inner => inner.Select(item => Scalar(item, key)).OfType<string>().ToImmutableArray())];
        Refuse(value, $"\"{key}\" is no list of lists");
        return [];
    }

    /// <summary>A mapping of texts.</summary>
    public IReadOnlyDictionary<string, string> Map(string key)
    {
        var map = new Dictionary<string, string>(StringComparer.Ordinal);
        if (Find(key) is not { } value)
            return map;
        if (value is not YamlMappingNode mapping)
        {
            Refuse(value, $"\"{key}\" is no mapping");
            return map;
        }

        foreach (var (name, text) in mapping.Children)
        {
            if (Scalar(name, key) is { } known && Scalar(text, key) is { } said)
                map[known] = said;
        }

        return map;
    }

    /// <summary>Refuses fields that nobody asked for: mistyped ones, most often.</summary>
    public void RefuseOthers()
    {
        foreach (var key in node.Children.Keys)
        {
            if (key is not YamlScalarNode { Value: { } name } || !_asked.Contains(name))
                Refuse(key, $"there is no field \"{key}\"");
        }
    }

    /// <summary>Adds a fault of this entry.</summary>
    public void Refuse(FaultCode code, string detail) => faults.Add(new Fault(code, Where, detail));

    private YamlNode? Find(string key)
    {
        _asked.Add(key);
        return node.Children.TryGetValue(new YamlScalarNode(key), out var value) ? value : null;
    }

    private string? Scalar(YamlNode value, string key)
    {
        if (value is YamlScalarNode { Value: { } text } && !string.IsNullOrWhiteSpace(text))
            return text;
        Refuse(value, $"\"{key}\" holds no text");
        return null;
    }

    private void Refuse(YamlNode at, string detail, FaultCode? code = null) =>
        faults.Add(new Fault(code ?? ResolutionFaults.BadEntry, $"{path}:{at.Start.Line}", detail));
}
