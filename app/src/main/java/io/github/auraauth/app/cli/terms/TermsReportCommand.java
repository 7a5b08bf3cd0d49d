package io.github.auraauth.app.cli.terms;

import io.github.auraauth.app.cli.command.ExitStatus;
import io.github.auraauth.app.cli.command.JsonPrinter;
import io.github.auraauth.app.cli.command.ProcessContext;
import io.github.auraauth.app.cli.command.StoreCommand;
import io.github.auraauth.app.wiring.CommandServices;
import io.github.auraauth.domain.terms.ServiceName;
import io.github.auraauth.domain.terms.Terms;
import io.github.auraauth.domain.terms.TermsVersion;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.terms.TermsAdministration;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code aura terms report}: who has accepted a version of a service's terms, and who has still to be asked. */
@Command(name = "report", description = "Reports who has accepted the required version of a service's terms.")
public final class TermsReportCommand extends StoreCommand {
    @Option(names = "--service", required = true, paramLabel = "NAME", description = "The service.")
    private String service = "";

    @Option(names = "--required", required = true, paramLabel = "VERSION", description = "The version that is needed.")
    private String version = "";

    public TermsReportCommand(ProcessContext context) {
        super(context);
    }

    @Override
    public Duration patience() {
        return Duration.ofMinutes(10);
    }

    @Override
    public void check() {
        required();
    }

    @Override
    public int call(CommandServices tools, Deadline deadline) {
        Optional<TermsAdministration> terms = tools.terms();
        if (terms.isEmpty()) {
            say("the terms API is off; set TAC_MONGODB_URI and TAC_APIKEY");
            return ExitStatus.CONFIGURATION;
        }
        MissingAcceptances report = new MissingAcceptances(required());
        terms.get().report(required(), report::add, deadline);
        context().out().println(JsonPrinter.indented(report.members()));
        return ExitStatus.DONE;
    }

    private Terms required() {
        return new Terms(
                ServiceName.parse(service).orElseThrow(() -> wrong("this is no name of a service")),
                TermsVersion.parse(version).orElseThrow(() -> wrong("this is no version")));
    }
}
