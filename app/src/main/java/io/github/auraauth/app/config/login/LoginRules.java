package io.github.auraauth.app.config.login;

import io.github.auraauth.app.config.upstream.StorageSettings;
import io.github.auraauth.app.config.variable.Findings;
import io.github.auraauth.app.config.variable.Folders;
import io.github.auraauth.app.config.variable.ServiceEnvironment;
import io.github.auraauth.app.config.variable.Settings;
import io.github.auraauth.domain.file.FileName;
import io.github.auraauth.domain.redirect.TrustedHosts;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rules for the configuration of logins and pages. */
public final class LoginRules {
    private static final String CONFIRM = "AURA_LINK_CONFIRM";
    private static final String PUBLIC_URL = "AURA_PUBLIC_URL";
    private static final String REDIRECT_URI = "AURA_REDIRECT_URI";

    private final Settings settings;
    private final Path home;
    private final Findings findings;

    public LoginRules(Settings settings, Path home, Findings findings) {
        this.settings = settings;
        this.home = home;
        this.findings = findings;
    }

    public void check() {
        try {
            TrustedHosts.parse(
                    settings.list("AURA_TRUSTED_HOSTNAMES"), settings.kind().isDevelopment());
        } catch (IllegalArgumentException e) {
            findings.refuse("AURA_TRUSTED_HOSTNAMES", String.valueOf(e.getMessage()));
        }
        boolean folder = Files.isDirectory(Folders.of(settings, home, "AURA_LOCALE_FOLDER"));
        if (settings.isGiven("AURA_LOCALE_FOLDER") && !folder) {
            findings.refuse("AURA_LOCALE_FOLDER", "a folder that is there");
        }
        settings.text("AURA_IMAGE_SUCCESS").ifPresent(this::image);
        findings.enciphered(PUBLIC_URL);
        if (!publicUrl(settings).normalize().equals(publicUrl(settings))) {
            findings.refuse(PUBLIC_URL, "an address whose path has neither empty nor dot segments");
        }
        confirmation();
        if (!PageSettings.hasTexts(PageSettings.culture(settings), Folders.of(settings, home, "AURA_LOCALE_FOLDER"))) {
            findings.refuse(
                    "AURA_DEFAULT_LOCALE",
                    "a culture that has texts: " + String.join(", ", PageSettings.PACKAGED)
                            + ", or one with a file in AURA_LOCALE_FOLDER");
        }
    }

    /** A state that a holder can change, in a link that nobody is asked about, links anybody to anything. */
    private void confirmation() {
        boolean compat = settings.required("AURA_STATE_POLICY").equals("compat");
        if (settings.kind() == ServiceEnvironment.PRO && compat && !settings.flag(CONFIRM)) {
            findings.refuse(CONFIRM, "true in PRO, since AURA_STATE_POLICY is compat");
        }
    }

    /** What an operator should be told about logins that go otherwise than one might think. */
    public static List<String> notices(Settings settings) {
        List<String> notices = new ArrayList<>();
        if (!settings.flag(CONFIRM)) {
            notices.add(CONFIRM + " is false: whoever opens a forwarded login link joins their account to the sender's"
                    + " chat without being asked");
        }
        settings.text(REDIRECT_URI)
                .map(URI::create)
                .filter(redirect -> losesCookies(publicUrl(settings), redirect))
                .ifPresent(redirect -> notices.add(REDIRECT_URI + " has another host or scheme than "
                        + (settings.isGiven(PUBLIC_URL)
                                ? PUBLIC_URL
                                : "http://127.0.0.1, which stands for " + PUBLIC_URL)
                        + ": a login that is started there loses its cookie on the way and fails"));
        return notices;
    }

    private static URI publicUrl(Settings settings) {
        return URI.create(settings.text(PUBLIC_URL).orElse("http://127.0.0.1"));
    }

    /** Cookies belong to one host, whatever the port, and secure ones do not go to http. */
    private static boolean losesCookies(URI start, URI end) {
        boolean sameHost = String.valueOf(start.getHost()).equalsIgnoreCase(end.getHost());
        boolean insecureEnd = "https".equalsIgnoreCase(start.getScheme()) && "http".equalsIgnoreCase(end.getScheme());
        return !sameHost || insecureEnd;
    }

    private void image(String name) {
        Path folder = Folders.of(settings, home, "AURA_RESOURCES_FOLDER");
        boolean isRemote = StorageSettings.of(settings).staticResources().isPresent();
        boolean isPlain = isFileName(name.strip());
        if (isRemote && !isPlain) {
            findings.refuse("AURA_IMAGE_SUCCESS", "the name of a file below the place of the static resources");
        } else if (!isRemote
                && PageSettings.localImage(folder, Optional.of(name.strip())).isEmpty()) {
            findings.refuse("AURA_IMAGE_SUCCESS", "a readable file below AURA_RESOURCES_FOLDER");
        }
    }

    private static boolean isFileName(String text) {
        try {
            new FileName(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
