using System.CommandLine;
using System.Net;
using Parley.Intake.Fetching;
using Parley.Reports;

namespace Parley.Cli.Commands;

/// <summary>How addresses are fetched, for every verb that takes them.</summary>
internal sealed class NetworkOptions
{
    private readonly Option<bool> _allowHttp = new("--allow-http")
    {
        Description = "Follow http addresses too, not only https.",
    };

    private readonly Option<IPNetwork[]> _allowNetworks = new("--allow-network")
    {
        Description = "A private network that may be fetched from, such as 10.1.0.0/16; may be given more than once.",
        HelpName = "cidr",
        CustomParser = static result =>
        {
            var networks = new List<IPNetwork>();
            foreach (var token in result.Tokens)
            {
                if (IPNetwork.TryParse(token.Value, out var network))
                    networks.Add(network);
                else
                    result.AddError(new Fault(CliFaults.BadNetwork, $"--allow-network {token.Value}").ToString());
            }

            return [.. networks];
        },
    };

    private readonly Option<string?> _contact = new("--contact")
    {
        Description = "A mail or web address that is told to the sites fetched from.",
        HelpName = "address",
    };

    public void AddTo(Command command)
    {
        _contact.Validators.Add(static result =>
        {
            var value = result.GetValueOrDefault<string?>();
            if (value is not null && (value.Length == 0 || !value.All(static c => char.IsBetween(c, '!', '~') && c is not ('(' or ')' or '\\'))))
                result.AddError(new Fault(CliFaults.BadContact, $"--contact {value}").ToString());
        });
        command.Options.Add(_allowHttp);
        command.Options.Add(_allowNetworks);
        command.Options.Add(_contact);
    }

    public FetchOptions Of(ParseResult parsed) => new()
    {
        AllowPlainHttp = parsed.GetValue(_allowHttp),
        AllowedNetworks = [.. parsed.GetValue(_allowNetworks) ?? []],
        Contact = parsed.GetValue(_contact),
    };
}
