using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Security.AntiSSRF;
using Parley.Intake.Fetching;

namespace Parley.Intake.Tests.Fetching;

public sealed class AddressTests : FetcherTest
{
    /// <summary>The defaults, which nothing on this machine may be fetched with; no retries, for nothing here passes.</summary>
    private static readonly FetchOptions s_strict = Options with { AllowedNetworks = [], Retries = 0 };

    [Theory]
    [InlineData("localhost")]
    [InlineData("127.0.0.1")]
    [InlineData("127.1")]
    [InlineData("2130706433")]
    [InlineData("0x7f000001")]
    [InlineData("0x7f.0.0.1")]
    [InlineData("0177.0.0.1")]
    [InlineData("017700000001")]
    [InlineData("0.0.0.0")]
    [InlineData("0")]
    [InlineData("[::1]")]
    [InlineData("[::]")]
    [InlineData("[::ffff:127.0.0.1]")]
    [InlineData("[::ffff:7f00:1]")]
    [InlineData("[::127.0.0.1]")]
    [InlineData("[::7f00:1]")]
    [InlineData("[::ffff:0:127.0.0.1]")]
    [InlineData("[64:ff9b::7f00:1]")]
    [InlineData("[2002:7f00:1::]")]
    [InlineData("[fe80::1%25lo]")]
    [InlineData("①②⑦.0.0.1")]
    public async Task NoSpellingOfThisMachineIsFetched(string host)
    {
        Assert.False((await FetchAsync($"http://{host}:{Host.Port}/", s_strict)).IsOk(out _, out var fault));
        Assert.Contains(fault.Code, new[] { FetchFaults.AddressDenied, FetchFaults.HostUnknown, FetchFaults.NotAnAddress });
        Assert.Empty(Host.Requests);
    }

    [Theory]
    [InlineData("10.0.0.1")]
    [InlineData("100.64.0.1")]
    [InlineData("169.254.169.254")]
    [InlineData("172.16.0.1")]
    [InlineData("192.0.0.8")]
    [InlineData("192.168.1.1")]
    [InlineData("198.18.0.1")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("[::a9fe:a9fe]")]
    [InlineData("[::ffff:169.254.169.254]")]
    [InlineData("[::ffff:0:a9fe:a9fe]")]
    [InlineData("[64:ff9b::a9fe:a9fe]")]
    [InlineData("[64:ff9b:1::a9fe:a9fe]")]
    [InlineData("[2001::1]")]
    [InlineData("[2001:db8::1]")]
    [InlineData("[2002:a9fe:a9fe::1]")]
    [InlineData("[1000::1]")]
    [InlineData("[4000::1]")]
    [InlineData("[fc00::1]")]
    [InlineData("[fd00:ec2::254]")]
    [InlineData("[fec0::1]")]
    [InlineData("[ff02::1]")]
    public async Task NoPrivateOrReservedNetworkIsFetchedFrom(string host) =>
        Refused(FetchFaults.AddressDenied, await FetchAsync($"http://{host}/", s_strict));

    [Theory]
    [InlineData("2606:4700::1", false)]
    [InlineData("2a00:1450:4001::1", false)]
    [InlineData("93.184.215.14", false)]
    [InlineData("::ffff:93.184.215.14", false)]
    [InlineData("::5db8:d70e", true)]
    [InlineData("::ffff:0:5db8:d70e", true)]
    [InlineData("0:0:0:0:fffe::1", true)]
    [InlineData("0:0:0:0:0:fffe::1", true)]
    [InlineData("200::1", true)]
    public void OnlyGlobalUnicastAndIpv4AreLeftOpen(string address, bool denied) =>
        Assert.Equal(denied, NetworkPolicy.OutsideGlobalUnicast().Any(n => Contains(n, address)));

    [Fact]
    public void WhatThePolicyLeavesOpenIsKnown()
    {
        // When a later policy denies these itself, the list here may shrink.
        var policy = new AntiSSRFPolicy(PolicyConfigOptions.ExternalOnlyLatest).DeniedAddresses;
        foreach (var open in new[] { "::7f00:1", "::ffff:0:7f00:1", "4000::1" })
            Assert.DoesNotContain(policy, n => Contains(n, open));
        foreach (var denied in new[] { "64:ff9b::7f00:1", "2002:7f00:1::", "2001::1" })
            Assert.Contains(policy, n => Contains(n, denied));
    }

    [Theory]
    [InlineData("", "PAR1501")]
    [InlineData("courier.example/feed", "PAR1501")]
    [InlineData("https://", "PAR1501")]
    [InlineData("https:///feed", "PAR1501")]
    [InlineData("file:///etc/passwd", "PAR1502")]
    [InlineData("ftp://courier.example/feed", "PAR1502")]
    [InlineData("data:text/html,x", "PAR1502")]
    [InlineData("javascript:alert(1)", "PAR1502")]
    [InlineData("gopher://127.0.0.1:70/_x", "PAR1502")]
    [InlineData("feed://courier.example/", "PAR1502")]
    [InlineData("http://courier.example/", "PAR1502")]
    [InlineData("https://desk:secret@courier.example/", "PAR1503")]
    [InlineData("https://desk@courier.example/", "PAR1503")]
    [InlineData("https://courier.example:25/", "PAR1504")]
    [InlineData("https://courier.example:22/", "PAR1504")]
    public async Task AnAddressThatIsNoneOfTheWebsIsRefusedUnasked(string address, string code)
    {
        Assert.False((await Fetcher(new FetchOptions()).FetchAsync(address, null, Cancellation)).IsOk(out _, out var fault));
        Assert.Equal(code, fault.Code.Id);
    }

    /// <summary>Looking up a name would leave this machine, so the resolver's answers are handed in.</summary>
    [Theory]
    [InlineData(SocketError.HostNotFound, "PAR1506")]
    [InlineData(SocketError.NoData, "PAR1506")]
    [InlineData(SocketError.TryAgain, "PAR1507")]
    [InlineData(SocketError.ConnectionRefused, "PAR1507")]
    public void ANameWithoutAnAddressIsToldFromAHostThatIsDown(SocketError error, string code) =>
        Assert.Equal(code, HttpExchange.CodeOf(new SocketException((int)error)).Id);

    [Fact]
    public async Task AHostWithACertificateThatNobodyVouchesForIsRefused()
    {
        using var key = RSA.Create(2048);
        var now = DateTimeOffset.UtcNow;
        using var certificate = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var serving = Task.Run(async () =>
        {
            using var client = await listener.AcceptTcpClientAsync(Cancellation);
            using var tls = new SslStream(client.GetStream());
            await Assert.ThrowsAnyAsync<Exception>(async () =>
            {
                await tls.AuthenticateAsServerAsync(certificate);
                await tls.ReadExactlyAsync(new byte[1], Cancellation);
            });
        }, Cancellation);
        Refused(FetchFaults.Insecure, await FetchAsync($"https://{listener.LocalEndpoint}/"));
        await serving;
    }

    [Fact]
    public async Task AClosedPortIsUnreachableAfterRetries()
    {
        await Host.DisposeAsync();
        Refused(FetchFaults.Unreachable, await FetchAsync("/"));
        Assert.Equal([TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(4)], Time.Waits);
    }

    [Theory]
    [InlineData("desk (at) mission.example")]
    [InlineData("desk@mission.example\r\nX-Injected: 1")]
    [InlineData("")]
    public void AContactThatWouldBreakTheHeaderIsRefusedAtOnce(string contact) =>
        Assert.Throws<ArgumentException>(() => new FetchOptions { Contact = contact });

    /// <summary>Bit by bit, with IPv4 mapped into IPv6 as the policy does; IPNetwork.Contains treats mapped addresses in its own way.</summary>
    private static bool Contains(string network, string address)
    {
        var (prefix, length) = (network.Split('/')[0], int.Parse(network.Split('/')[1], CultureInfo.InvariantCulture));
        var start = IPAddress.Parse(prefix);
        var (a, b) = (start.MapToIPv6().GetAddressBytes(), IPAddress.Parse(address).MapToIPv6().GetAddressBytes());
        var bits = start.AddressFamily == AddressFamily.InterNetwork ? length + 96 : length;
        return Enumerable.Range(0, bits).All(i => ((a[i / 8] ^ b[i / 8]) & (0x80 >> (i % 8))) == 0);
    }
}
