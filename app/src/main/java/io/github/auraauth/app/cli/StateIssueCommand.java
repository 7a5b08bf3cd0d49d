package io.github.auraauth.app.cli;

import io.github.auraauth.app.cli.command.ExitStatus;
import io.github.auraauth.app.cli.command.JsonPrinter;
import io.github.auraauth.app.cli.command.ProcessContext;
import io.github.auraauth.app.config.Configuration;
import io.github.auraauth.app.config.ServiceAddress;
import io.github.auraauth.domain.state.LoginState;
import io.github.auraauth.domain.state.StatePurpose;
import io.github.auraauth.domain.state.StateRequest;
import io.github.auraauth.domain.user.AuraId;
import io.github.auraauth.domain.user.ChannelId;
import io.github.auraauth.port.in.login.IssuedLoginState;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code aura state issue}: makes the state of a login or logout; needs no store. */
@Command(
        name = "issue",
        description = "Makes a state, which a link into a login or logout carries, and prints it.",
        mixinStandardHelpOptions = true)
final class StateIssueCommand implements Callable<Integer> {
    private final ProcessContext context;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--aura-id", required = true, description = "Whom the login registers, or the logout removes.")
    private String auraId = "";

    @Option(names = "--channel-id", required = true, description = "UUID of the channel.")
    private String channelId = "";

    @Option(names = "--purpose", description = "login, which is the default, or logout.")
    private String purpose = StatePurpose.LOGIN.text();

    @Option(names = "--locale", description = "Culture of the pages, such as es-es.")
    private Optional<String> locale = Optional.empty();

    @Option(names = "--redirect-uri", description = "Where the browser goes in the end; a trusted host.")
    private Optional<String> redirectUri = Optional.empty();

    @Option(names = "--correlator", description = "Of the conversation.")
    private Optional<String> correlator = Optional.empty();

    @Option(names = "--async-callback", description = "Carried as it is, and never called.")
    private Optional<String> asyncCallback = Optional.empty();

    @Option(names = "--link", description = "Also print the address that the person opens.")
    private boolean link;

    @Option(names = "--json", description = "Print {state, format, model}, with --link also {link}.")
    private boolean json;

    StateIssueCommand(ProcessContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        StateRequest request = request();
        Configuration configuration = context.configuration();
        IssuedLoginState issued = context.loginStateIssuer(configuration)
                .issue(request)
                .orElseThrow(() -> wrong("--redirect-uri leads to none of AURA_TRUSTED_HOSTNAMES"));
        String text = issued.text().revealText();
        print(text, issued.state(), ServiceAddress.of(configuration).link(request.purpose(), text));
        return ExitStatus.DONE;
    }

    private void print(String text, LoginState state, URI address) {
        if (!json) {
            if (link) {
                context.out().println(address);
            }
            context.out().println(text);
            return;
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("state", text);
        answer.put("format", "v2");
        answer.put("model", StateView.model(state));
        if (link) {
            answer.put("link", address.toString());
        }
        context.out().println(JsonPrinter.line(answer));
    }

    private StateRequest request() {
        try {
            return new StateRequest(
                    AuraId.parse(auraId).orElseThrow(() -> wrong("--aura-id has not the form of an auraId")),
                    ChannelId.parse(channelId).orElseThrow(() -> wrong("--channel-id takes a UUID")),
                    StatePurpose.parse(purpose).orElseThrow(() -> wrong("--purpose takes login or logout")),
                    new LoginState.Extras(locale, redirectUri, correlator, asyncCallback));
        } catch (IllegalArgumentException e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
    }

    private CommandLine.ParameterException wrong(String message) {
        return new CommandLine.ParameterException(spec.commandLine(), message);
    }
}
