package io.github.auraauth.app.cli;

import io.github.auraauth.app.wiring.TermsCore;
import io.github.auraauth.app.wiring.Tools;
import io.github.auraauth.domain.terms.ServiceName;
import io.github.auraauth.domain.terms.Terms;
import io.github.auraauth.domain.terms.TermsVersion;
import io.github.auraauth.port.Deadline;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code aura terms report}: who has accepted a version of a service's terms, and who has still to be asked. */
@Command(
        name = "report",
        description = "Reports who has accepted the required version of a service's terms.",
        mixinStandardHelpOptions = true)
final class TermsReportCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--service", required = true, paramLabel = "NAME", description = "The service.")
    private String service = "";

    @Option(names = "--required", required = true, paramLabel = "VERSION", description = "The version that is needed.")
    private String version = "";

    TermsReportCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws Exception {
        Terms required = new Terms(
                ServiceName.parse(service).orElseThrow(() -> wrong("this is no name of a service")),
                TermsVersion.parse(version).orElseThrow(() -> wrong("this is no version")));
        try (Tools tools = surroundings.tools(surroundings.configuration())) {
            Optional<TermsCore> terms = tools.terms();
            if (terms.isEmpty()) {
                surroundings.err().println("aura: the terms API is off; set TAC_MONGODB_URI and TAC_APIKEY");
                return ExitStatus.CONFIGURATION;
            }
            TermsReport report = new TermsReport(required);
            Deadline deadline = Deadline.in(PATIENCE, surroundings.clock());
            terms.get().reportTerms().report(required, report::add, deadline);
            surroundings.out().println(Json.indented(report.members()));
            return ExitStatus.DONE;
        }
    }

    private CommandLine.ParameterException wrong(String message) {
        return new CommandLine.ParameterException(spec.commandLine(), message);
    }
}
