using System.Text.Json.Nodes;
using OpenClaw.Configuration.Json5;
using OpenClaw.Configuration.Migration;
using OpenClaw.Configuration.Writing;

namespace OpenClaw.Configuration.Tests.Migration;

public class LegacyMigrationTests
{
    [Theory]
    [InlineData("{telegram:{botToken:'t',requireMention:true}}", "{channels:{telegram:{groups:{'*':{requireMention:true}},botToken:'t'}}}")]
    [InlineData("{whatsapp:{allowFrom:['1'],dmPolicy:'pairing'},channels:{whatsapp:{allowFrom:['2']}}}", "{channels:{whatsapp:{allowFrom:['2'],dmPolicy:'pairing'}}}")]
    [InlineData("{bindings:[{agentId:'a',match:{provider:'telegram',accountID:'x'}}]}", "{bindings:[{agentId:'a',match:{channel:'telegram',accountId:'x'}}]}")]
    [InlineData("{session:{sendPolicy:{rules:[{action:'deny',match:{provider:'slack'}}]}}}", "{session:{sendPolicy:{rules:[{action:'deny',match:{channel:'slack'}}]}}}")]
    [InlineData("{messages:{queue:{byProvider:{telegram:'steer'}}}}", "{messages:{queue:{byChannel:{telegram:'steer'}}}}")]
    [InlineData("{routing:{allowFrom:['+45']}}", "{}")]
    [InlineData("{routing:{allowFrom:['+45']},whatsapp:{}}", "{channels:{whatsapp:{allowFrom:['+45']}}}")]
    [InlineData("{routing:{groupChat:{requireMention:false,historyLimit:5,mentionPatterns:['x']}}}", "{channels:{telegram:{groups:{'*':{requireMention:false}}},imessage:{groups:{'*':{requireMention:false}}}},messages:{groupChat:{historyLimit:5,mentionPatterns:['x']}}}")]
    [InlineData("{routing:{agents:{a:{name:'A'},b:{}},defaultAgentId:'b'}}", "{agents:{list:[{id:'a',name:'A'},{id:'b',default:true}]}}")]
    [InlineData("{routing:{bindings:[],agentToAgent:{enabled:true},queue:{cap:5}}}", "{bindings:[],tools:{agentToAgent:{enabled:true}},messages:{queue:{cap:5}}}")]
    [InlineData("{routing:{transcribeAudio:{command:['/usr/bin/whisper','-f'],timeoutSeconds:9}}}", "{tools:{media:{audio:{models:[{type:'cli',command:'/usr/bin/whisper',args:['-f'],timeoutSeconds:9}]}}}}")]
    [InlineData("{routing:{transcribeAudio:{command:['other']}}}", "{}")]
    [InlineData("{gateway:{token:'t',port:1}}", "{gateway:{port:1,auth:{token:'t',mode:'token'}}}")]
    [InlineData("{agent:{model:'p/m',modelFallbacks:['p/n'],allowedModels:['p/m'],modelAliases:{x:'p/n'},workspace:'/w'}}", "{agents:{defaults:{model:{primary:'p/m',fallbacks:['p/n']},models:{'p/m':{},'p/n':{alias:'x'}},workspace:'/w'}}}")]
    [InlineData("{agent:{tools:{allow:['read']},elevated:{enabled:true},bash:{timeoutSec:5},sandbox:{mode:'all',tools:{deny:['exec']}}}}", "{tools:{allow:['read'],elevated:{enabled:true},exec:{timeoutSec:5},sandbox:{tools:{deny:['exec']}}},agents:{defaults:{sandbox:{mode:'all'}}}}")]
    [InlineData("{tools:{bash:{timeoutSec:5}}}", "{tools:{exec:{timeoutSec:5}}}")]
    [InlineData("{messages:{tts:{enabled:true}}}", "{messages:{tts:{auto:'always'}}}")]
    [InlineData("{identity:{name:'N'}}", "{agents:{list:[{id:'main',identity:{name:'N'}}]}}")]
    [InlineData("{identity:{name:'N',emoji:'e'},agents:{list:[{id:'a'},{id:'b',default:true,identity:{name:'B'}}]}}", "{agents:{list:[{id:'a'},{id:'b',default:true,identity:{name:'B',emoji:'e'}}]}}")]
    public void Old_keys_go_to_their_new_places_and_the_result_is_valid(string before, string after)
    {
        var (config, changes) = LegacyMigration.Migrate(Parse(before));

        Assert.True(JsonNode.DeepEquals(Parse(after), config), config.ToJsonString());
        Assert.NotEmpty(changes);
        using var home = new ConfigHome(Json5Editor.Write(config));
        Assert.True(home.Load().Valid, string.Join('\n', home.Load().Issues));
    }

    [Fact]
    public void A_config_of_today_is_left_alone()
    {
        var config = Parse("{gateway:{auth:{token:'t'}},channels:{telegram:{}},messages:{queue:{mode:'collect'}}}");

        var (same, changes) = LegacyMigration.Migrate(config);

        Assert.Empty(changes);
        Assert.True(JsonNode.DeepEquals(config, same));
    }

    [Fact]
    public async Task The_file_keeps_its_comments_and_references_and_a_backup()
    {
        using var home = new ConfigHome("{\n  // secret of the vault\n  gateway: { token: '${TOKEN}', port: 1 }, // keep\n}\n", ("TOKEN", "t"));
        var changes = new List<string>();
        var writer = new ConfigFileWriter(home.Paths, home.Environment, TimeProvider.System);

        var result = await writer.WriteAsync(LegacyMigration.Edit(changes), cancellationToken: TestContext.Current.CancellationToken);

        Assert.True(result.Ok, result.Message);
        Assert.Equal(["Moved gateway.token → gateway.auth.token."], changes);
        Assert.Contains("// secret of the vault", home.Text);
        Assert.Contains("auth: {token: '${TOKEN}', mode: 'token'} }, // keep", home.Text);
        Assert.Single(ConfigBackups.Files(home.Paths));
    }

    private static JsonObject Parse(string text)
    {
        Assert.True(Json5Document.TryParse(text, out var document, out var error), error?.ToString());
        return (JsonObject)document.ToJson()!;
    }
}
