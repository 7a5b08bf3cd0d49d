package io.github.auraauth.adapter.pages.start;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.front.browser.PublicAddress;
import io.github.auraauth.front.definition.ApiDefinition;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The services that run here, for developers.
 *
 * @param version of the service
 * @param apis with their documentation
 * @param sample lines for a terminal that try it
 * @param playedLogin makes the address of a login by a played Kernel; absent where none is played
 * @param playedChat address of a page on which to speak with a played bot
 * @param accounts whether there are accounts, with their pages
 */
public record RunningServices(
        String version,
        List<RunningApi> apis,
        String sample,
        Optional<Supplier<String>> playedLogin,
        Optional<String> playedChat,
        boolean accounts) {
    public RunningServices {
        requireNonNull(version, "version");
        apis = List.copyOf(apis);
        requireNonNull(sample, "sample");
        requireNonNull(playedLogin, "playedLogin");
        requireNonNull(playedChat, "playedChat");
    }

    /**
     * One of the APIs.
     *
     * @param name as its definition has it
     * @param path below which it lies
     * @param docs path of its documentation, as the browser asks for it
     */
    public record RunningApi(String name, String path, String docs) {
        public RunningApi {
            requireNonNull(name, "name");
            requireNonNull(path, "path");
            requireNonNull(docs, "docs");
        }

        /** One of ours, which has a page of documentation. */
        public static RunningApi of(ApiDefinition definition, PublicAddress address) {
            String path = address.path(definition.basePath());
            return new RunningApi(definition.tree().at("/info/title").asText(), path, path + "/docs");
        }
    }
}
