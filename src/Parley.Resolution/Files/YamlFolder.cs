using Parley.Reports;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Parley.Resolution.Files;

/// <summary>Reads a folder's YAML files, each a mapping with the sources and a list of entries. What is wrong becomes faults that name file and line.</summary>
internal sealed class YamlFolder(List<Fault> faults)
{
    /// <summary>The entries under <paramref name="list"/> of all files, in the order of their names, ordinal.</summary>
    public IEnumerable<YamlEntry> Read(string folder, string list)
    {
        string[] paths;
        try
        {
            paths = Directory.GetFiles(folder, "*.yaml", SearchOption.AllDirectories);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            faults.Add(new Fault(ResolutionFaults.CannotRead, folder));
            yield break;
        }

        Array.Sort(paths, StringComparer.Ordinal);
        foreach (var path in paths)
        {
            if (ReadRoot(path) is not { } root)
                continue;
            var file = new YamlEntry(path, root, [], faults);
            var sources = file.Map("sources");
            foreach (var entry in file.Entries(list, [.. sources.Keys]))
                yield return entry;
            file.RefuseOthers();
        }
    }

    private YamlMappingNode? ReadRoot(string path)
    {
        try
        {
            using var reader = new StreamReader(path);
            var stream = new YamlStream();
            stream.Load(reader);
            if (stream.Documents is [{ RootNode: YamlMappingNode root }])
                return root;
            faults.Add(new Fault(ResolutionFaults.NoYaml, $"{path}:1", "it is no mapping with \"sources\" and a list"));
        }
        catch (YamlException exception)
        {
            faults.Add(new Fault(ResolutionFaults.NoYaml, $"{path}:{exception.Start.Line}", exception.Message.TrimEnd('.')));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            faults.Add(new Fault(ResolutionFaults.CannotRead, path));
        }

        return null;
    }
}
