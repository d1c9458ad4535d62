using System.Runtime.CompilerServices;
using NodaTime;
using Parley.Intake.Fetching;
using Parley.Reports;

namespace Parley.Intake.Inputs;

/// <summary>
/// Opens whatever the user named: files, folders, addresses, and <c>-</c> for standard input. Items come in the order of
/// the inputs; a folder's files in the ordinal order of their paths.
/// </summary>
public sealed class InputOpener : IDisposable
{
    private readonly InputMeter _meter;
    private readonly Stream _standardInput;
    private readonly SafeFetcher _fetcher;
    private readonly LinkFollower _links;
    private readonly Unpacker _unpacker;

    /// <summary>Makes an opener.</summary>
    /// <param name="limits">What one document may cost.</param>
    /// <param name="network">How addresses are fetched.</param>
    /// <param name="meter">Told of what is taken in.</param>
    /// <param name="standardInput">What <c>-</c> means; left open.</param>
    /// <param name="clock">When something was fetched.</param>
    /// <param name="time">For waiting between requests.</param>
    public InputOpener(IntakeLimits limits, FetchOptions network, InputMeter meter, Stream standardInput, IClock clock, TimeProvider time)
    {
        _meter = meter;
        _standardInput = standardInput;
        _fetcher = new SafeFetcher(network, clock, time);
        _links = new LinkFollower(_fetcher);
        _unpacker = new Unpacker(limits, _links);
    }

    /// <summary>The items that the inputs hold. An input that cannot be opened is one refused item.</summary>
    public async IAsyncEnumerable<IntakeItem> OpenAsync(
        IReadOnlyList<string> inputs, [EnumeratorCancellation] CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        foreach (var input in inputs)
            Expect(input);
        foreach (var input in inputs)
        {
            cancellation.ThrowIfCancellationRequested();
            await foreach (var item in OpenAsync(input, cancellation))
                yield return item;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _fetcher.Dispose();

    private IAsyncEnumerable<IntakeItem> OpenAsync(string input, CancellationToken cancellation) =>
        input == "-" ? _unpacker.UnpackAsync(_standardInput, new Origin("-"), Declaration.None, LeadsOn.ToFeeds, cancellation)
        : IsAddress(input) ? _links.OpenAsync(input, _unpacker, cancellation)
        : Directory.Exists(input) ? OpenFolderAsync(input, cancellation)
        : OpenFileAsync(input, cancellation);

    private async IAsyncEnumerable<IntakeItem> OpenFolderAsync(string folder, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var any = false;
        foreach (var path in FilesOf(folder))
        {
            any = true;
            cancellation.ThrowIfCancellationRequested();
            await foreach (var item in OpenFileAsync(path, cancellation))
                yield return item;
        }

        if (!any)
            yield return new Refused(new Origin(folder), new Fault(IntakeFaults.EmptyFolder, folder));
    }

    private async IAsyncEnumerable<IntakeItem> OpenFileAsync(string path, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var origin = new Origin(path) { File = path };
        if (!TryOpen(path, out var file, out var fault))
        {
            yield return new Refused(origin, fault);
            yield break;
        }

        await using (file)
        {
            var declared = new Declaration(Path.GetFileName(path), null, null);
            await foreach (var item in _unpacker.UnpackAsync(
                new MeteredStream(file, _meter), origin, declared, LeadsOn.ToFeeds, cancellation))
            {
                yield return item;
            }
        }
    }

    private static bool TryOpen(string path, out FileStream file, out Fault fault)
    {
        (file, fault) = (null!, null!);
        try
        {
            if (!File.Exists(path))
            {
                fault = new Fault(IntakeFaults.NotFound, path);
                return false;
            }

            file = new FileStream(
                path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 16, FileOptions.SequentialScan);
            return true;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            fault = new Fault(IntakeFaults.Unreadable, path, failure.Message.TrimEnd('.'));
            return false;
        }
    }

    /// <summary>A scheme and what an address goes on with; <c>C:\</c> is a path.</summary>
    private static bool IsAddress(string input)
    {
        var colon = input.IndexOf(':', StringComparison.Ordinal);
        return colon > 1 && Uri.CheckSchemeName(input[..colon]) && !File.Exists(input)
            && (input.AsSpan(colon).StartsWith("://") || Uri.TryCreate(input, UriKind.Absolute, out _));
    }

    private void Expect(string input)
    {
        if (input == "-" || IsAddress(input))
            return;
        try
        {
            if (Directory.Exists(input))
            {
                foreach (var path in FilesOf(input))
                    _meter.Expect(new FileInfo(path).Length);
            }
            else if (File.Exists(input))
            {
                _meter.Expect(new FileInfo(input).Length);
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // Only the progress bar asks; opening the input tells what is wrong.
        }
    }

    /// <summary>
    /// Files of a folder and its folders in ordinal order of their paths; hidden ones are left out, links are not
    /// followed.
    /// </summary>
    private static IEnumerable<string> FilesOf(string folder)
    {
        var options = new EnumerationOptions
        {
            AttributesToSkip = FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint,
            IgnoreInaccessible = true,
        };
        var entries = Directory.EnumerateFileSystemEntries(folder, "*", options).Where(static path => Path.GetFileName(path)[0] != '.');
        foreach (var path in entries.Order(StringComparer.Ordinal))
        {
            if (!Directory.Exists(path))
            {
                yield return path;
                continue;
            }

            foreach (var inner in FilesOf(path))
                yield return inner;
        }
    }
}
