using System.Diagnostics;

namespace Parley.Cli.Tests;

/// <summary><c>./parley</c> itself, in a checkout of its own with a <c>dotnet</c> that only says what it was asked for.</summary>
public sealed class LauncherTests : IDisposable
{
    private const string Dotnet = """
        #!/usr/bin/env bash
        case $1 in
          --list-sdks) echo '10.0.100 [/sdk]' ;;
          build)
            { : >&9; } 2>/dev/null && echo 'the build holds the lock' >> holds
            mkdir -p artifacts/bin/Parley.Cli/release && touch artifacts/bin/Parley.Cli/release/parley.dll ;;
          *) echo "$@" ;;
        esac
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("parley-launch-").FullName;

    public LauncherTests()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The launcher is a shell script.");
        var checkout = Directory.CreateDirectory(Path.Combine(_folder, "checkout")).FullName;
        Directory.CreateDirectory(Path.Combine(checkout, "src"));
        foreach (var name in (string[])["Directory.Build.props", "Directory.Packages.props", "global.json", "parley"])
            File.Copy(Path.Combine(CliRun.Root, name), Path.Combine(checkout, name));
        var bin = Directory.CreateDirectory(Path.Combine(_folder, "bin")).FullName;
        // A copy of what may be executed may be, too.
        File.Copy(Path.Combine(CliRun.Root, "parley"), Path.Combine(bin, "dotnet"));
        File.WriteAllText(Path.Combine(bin, "dotnet"), Dotnet);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("checkout/parley")]
    [InlineData("link")]
    [InlineData("chain")]
    public async Task ItRunsFromAnyFolderAndThroughLinks(string launcher)
    {
        File.CreateSymbolicLink(Path.Combine(_folder, "link"), "checkout/parley");
        File.CreateSymbolicLink(Path.Combine(_folder, "chain"), Path.Combine(_folder, "link"));
        var (code, output, error) = await RunAsync(launcher, $"{_folder}/bin:{Environment.GetEnvironmentVariable("PATH")}");
        Assert.Equal("", error);
        Assert.EndsWith("/checkout/artifacts/bin/Parley.Cli/release/parley.dll read x y", output.TrimEnd(), StringComparison.Ordinal);
        Assert.Equal(0, code);
        Assert.False(Directory.Exists(Path.Combine(_folder, "artifacts")));
    }

    [Fact]
    public async Task TheBuildDoesNotHoldTheLockSinceItsServersLiveOn()
    {
        await RunAsync("checkout/parley", $"{_folder}/bin:{Environment.GetEnvironmentVariable("PATH")}");
        Assert.False(File.Exists(Path.Combine(_folder, "checkout/holds")));
    }

    [Fact]
    public async Task WithoutDotnetItSaysSoInOneSentence()
    {
        var bare = Directory.CreateDirectory(Path.Combine(_folder, "bare")).FullName;
        foreach (var tool in (string[])["bash", "dirname", "readlink", "env"])
            File.CreateSymbolicLink(Path.Combine(bare, tool), Where(tool));
        var (code, output, error) = await RunAsync("checkout/parley", bare);
        Assert.Equal(ExitCode.Nothing, code);
        Assert.Equal("", output);
        Assert.StartsWith("Parley needs the .NET 10 SDK", Assert.Single(error.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task InACheckoutThatMayNotBeWrittenToItSaysWhoMustBuildIt()
    {
        // A file where the folder should be: no one can write there, not even root.
        await File.WriteAllTextAsync(Path.Combine(_folder, "checkout/artifacts"), "", TestContext.Current.CancellationToken);
        var (code, _, error) = await RunAsync("checkout/parley", $"{_folder}/bin:{Environment.GetEnvironmentVariable("PATH")}");
        Assert.Equal(ExitCode.Nothing, code);
        Assert.Contains("may not be written to", Assert.Single(error.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    private static string Where(string tool) => Environment.GetEnvironmentVariable("PATH")!.Split(':')
        .Select(folder => Path.Combine(folder, tool)).First(File.Exists);

    private async Task<(int Code, string Output, string Error)> RunAsync(string launcher, string path)
    {
        var start = new ProcessStartInfo(Where("bash"), [launcher, "read", "x", "y"])
        {
            WorkingDirectory = _folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PATH"] = path;
        start.Environment["CDPATH"] = _folder;
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, output, error);
    }
}
