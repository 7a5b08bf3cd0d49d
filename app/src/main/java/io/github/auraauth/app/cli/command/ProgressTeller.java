package io.github.auraauth.app.cli.command;

import java.util.Optional;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

/** Shows a bar where somebody sits before the terminal, else nothing. */
public final class ProgressTeller implements AutoCloseable {
    private final Optional<ProgressBar> bar;

    private ProgressTeller(Optional<ProgressBar> bar) {
        this.bar = bar;
    }

    public static ProgressTeller of(ProcessContext context, String task) {
        return new ProgressTeller(
                context.streams().outIsTerminal()
                        ? Optional.of(new ProgressBarBuilder()
                                .setTaskName(task)
                                .setConsumer(new ConsoleProgressBarConsumer(context.err()))
                                .build())
                        : Optional.empty());
    }

    /** That many documents are done, of about that many, and the present ones are of that collection. */
    public void at(String collection, long done, long about) {
        bar.ifPresent(shown -> shown.maxHint(about).stepTo(done).setExtraMessage(collection));
    }

    /** Ends the bar, so that what is printed next has a line of its own. */
    public void end() {
        bar.ifPresent(ProgressBar::close);
    }

    @Override
    public void close() {
        end();
    }
}
