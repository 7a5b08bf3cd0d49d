package io.github.auraauth.port.in.apikey;

import io.github.auraauth.domain.apikey.RegisteredApiKey;
import io.github.auraauth.port.Deadline;
import java.util.List;

/** Shows what is registered. */
public interface ListApiKeys {

    /**
     * All registered keys, the newest first.
     *
     * @throws io.github.auraauth.port.Outage when the registry is away
     */
    List<RegisteredApiKey> list(Deadline deadline);
}
