package io.github.auraauth.app.config.upstream;

import io.github.auraauth.app.config.variable.Findings;
import io.github.auraauth.app.config.variable.Settings;
import java.util.HashSet;
import java.util.List;

/** The rules between the variables of Kernel and of our own signing keys. */
public final class KernelRules {
    private static final String ENDPOINT = "AURA_FP_AUTHSERVER_ENDPOINT";
    private static final String CLIENT = "AURA_FP_CLIENT_ID";
    private static final String KEYS = "AURA_FP_PRIVATE_KEY";
    private static final String IDS = "AURA_FP_PRIVATE_KEY_ID";

    private final Settings settings;
    private final Findings findings;

    public KernelRules(Settings settings, Findings findings) {
        this.settings = settings;
        this.findings = findings;
    }

    public void check() {
        if (settings.text(ENDPOINT).filter(text -> !text.endsWith("/")).isPresent()) {
            findings.refuse(ENDPOINT, "an address that ends with /");
        }
        findings.enciphered(ENDPOINT);
        findings.enciphered("AURA_REDIRECT_URI");
        client();
        signingKeys();
    }

    /** Who calls the published API needs the endpoint alone; a login needs all that makes us a client. */
    private void client() {
        findings.together("AURA_KERNEL_AUDIENCE", ENDPOINT);
        if (!settings.isGiven("AURA_KERNEL_AUDIENCE")) {
            findings.together(ENDPOINT, CLIENT);
        }
        findings.together("AURA_FP_CLIENT_SECRET", CLIENT);
        findings.together("AURA_REDIRECT_URI", CLIENT);
        if (settings.isGiven(CLIENT)) {
            findings.together(CLIENT, ENDPOINT);
            findings.together(CLIENT, "AURA_REDIRECT_URI");
            if (!settings.kind().isDevelopment() && !settings.isGiven("AURA_FP_CLIENT_SECRET")) {
                findings.need(KEYS, "this or AURA_FP_CLIENT_SECRET, since " + CLIENT + " is set");
            }
        }
    }

    private void signingKeys() {
        List<String> ids = settings.list(IDS);
        int keys = settings.isGiven(KEYS) ? settings.list(KEYS).size() : 1;
        if (ids.size() != keys) {
            findings.refuse(IDS, "as many ids as " + KEYS + " has keys, " + keys);
        }
        if (new HashSet<>(ids).size() != ids.size()) {
            findings.refuse(IDS, "another id for each key");
        }
    }
}
