package io.github.auraauth.app.config.variable;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** The problems that rules between variables find, and the ways in which most of them are found. */
public final class Findings {
    private final Settings settings;
    private final List<Problem> problems = new ArrayList<>();

    public Findings(Settings settings) {
        this.settings = settings;
    }

    public List<Problem> problems() {
        return List.copyOf(problems);
    }

    /** Notes what was given, unless it is a secret, and what may be. */
    public void refuse(String name, String allowed) {
        problems.add(new Problem(name, settings.shownGiven(name), allowed));
    }

    public void refuse(String name, String given, String allowed) {
        problems.add(new Problem(name, given, allowed));
    }

    public void need(String name, String why) {
        if (!settings.isGiven(name)) {
            problems.add(Problem.missing(name, why));
        }
    }

    /** One that is given needs the other. */
    public void together(String one, String other) {
        if (settings.isGiven(one)) {
            need(other, "something, since " + one + " is set");
        }
    }

    /** Outside development what is said to that address must not be overheard. */
    public void enciphered(String name) {
        boolean plain = settings.text(name)
                .map(URI::create)
                .filter(address -> "http".equals(address.getScheme()))
                .isPresent();
        if (plain && !settings.kind().isDevelopment()) {
            refuse(name, "an https address, in PRE and PRO");
        }
    }
}
