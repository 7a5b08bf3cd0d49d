package io.github.auraauth.adapter.pages.admin.signingkey;

import static io.github.auraauth.adapter.pages.admin.view.ListPage.row;

import io.github.auraauth.adapter.pages.admin.view.AdminRequest;
import io.github.auraauth.adapter.pages.admin.view.AdminSite;
import io.github.auraauth.adapter.pages.admin.view.Confirmation;
import io.github.auraauth.adapter.pages.site.Cell;
import io.github.auraauth.adapter.pages.site.Element;
import io.github.auraauth.adapter.pages.site.Form;
import io.github.auraauth.adapter.pages.site.FormField;
import io.github.auraauth.adapter.pages.site.FormField.InputType;
import io.github.auraauth.adapter.pages.site.FormField.Option;
import io.github.auraauth.adapter.pages.site.Heading;
import io.github.auraauth.adapter.pages.site.Links;
import io.github.auraauth.adapter.pages.site.Paragraph;
import io.github.auraauth.adapter.pages.site.Table;
import io.github.auraauth.adapter.pages.site.Tone;
import io.github.auraauth.adapter.pages.site.View;
import io.github.auraauth.domain.account.Outcome;
import io.github.auraauth.domain.provider.StoredSigningKey;
import io.github.auraauth.domain.token.SignatureAlgorithm;
import io.github.auraauth.front.request.Endpoint;
import io.github.auraauth.front.response.Response;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.provider.SigningKeyRotation;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The list of signing keys, making one, and rotating all. */
public final class SigningKeyPageEndpoints {
    /** Path of the list. */
    public static final String PATH = "/admin/signing-keys";

    private static final String ROTATION = PATH + "/rotation";
    private static final String ALGORITHM = "algorithm";
    private static final String NEWEST = "newest";

    private final SigningKeyRotation keys;
    private final InstantSource clock;
    private final AdminSite site;

    public SigningKeyPageEndpoints(SigningKeyRotation keys, InstantSource clock, AdminSite site) {
        this.keys = keys;
        this.clock = clock;
        this.site = site;
    }

    /** By the names that operations have in the definition. */
    public Map<String, Endpoint> byOperation() {
        return Map.of(
                "listSigningKeys", site.show(this::list),
                "createSigningKey", site.change(this::create),
                "showSigningKeyRotation", site.show(this::showRotation),
                "rotateSigningKeys", site.change(this::rotate));
    }

    private Endpoint.Action list(AdminRequest request) {
        return deadline -> with(request, deadline, all -> request.page(shown(request, all)));
    }

    private Endpoint.Action create(AdminRequest request) {
        SignatureAlgorithm algorithm =
                request.field(ALGORITHM).equals("ES256") ? SignatureAlgorithm.ES256 : SignatureAlgorithm.RS256;
        return deadline -> once(
                request,
                deadline,
                () -> keys.create(algorithm, request.actor(), deadline).map(made -> "signing-key-created"));
    }

    private Endpoint.Action showRotation(AdminRequest request) {
        return deadline -> with(
                request,
                deadline,
                all -> request.page(new Confirmation(PATH, "signing-key-rotation", Map.of(), ROTATION, PATH)
                        .view(request, List.of(), Map.of(NEWEST, newest(all)), List.of())));
    }

    private Endpoint.Action rotate(AdminRequest request) {
        return deadline -> once(
                request, deadline, () -> keys.rotate(request.actor(), deadline).map(made -> "signing-keys-rotated"));
    }

    /** Does it unless the form is older than the newest key, so that sending it twice makes one. */
    private Response once(AdminRequest request, Deadline deadline, Supplier<Outcome<String>> change) {
        return with(
                request,
                deadline,
                all -> request.field(NEWEST).equals(newest(all))
                        ? change.get().fold(key -> request.done(PATH, key), refusal -> request.refused(PATH, refusal))
                        : request.page(shown(request, all).refusing(request.text("changed-meanwhile"))));
    }

    private Response with(AdminRequest request, Deadline deadline, Function<List<StoredSigningKey>, Response> answer) {
        return keys.list(request.actor(), deadline).fold(answer, refusal -> request.refused(PATH, refusal));
    }

    private View shown(AdminRequest request, List<StoredSigningKey> all) {
        Instant now = clock.instant();
        Map<SignatureAlgorithm, Optional<Instant>> signing = all.stream()
                .filter(key -> !key.signsFrom().isAfter(now))
                .collect(Collectors.groupingBy(
                        SigningKeyPageEndpoints::algorithm,
                        Collectors.mapping(StoredSigningKey::signsFrom, Collectors.maxBy(Comparator.naturalOrder()))));
        List<List<Cell>> rows = all.stream()
                .sorted(Comparator.comparing(StoredSigningKey::createdAt).reversed())
                .map(key -> row(
                        Cell.code(key.key().publicKey().id()),
                        Cell.of(algorithm(key).name()),
                        state(request, key, signing.getOrDefault(algorithm(key), Optional.empty()), now),
                        request.moment(key.createdAt()),
                        request.moment(key.signsFrom())))
                .toList();
        List<String> columns = Stream.of("id", "algorithm", "state", "created", "signs-from")
                .map(column -> request.text("signing-keys.column." + column))
                .toList();
        List<Element> elements = List.of(
                new Paragraph(request.text("signing-keys.description"), Tone.QUIET),
                new Table(request.text("signing-keys.caption"), columns, rows, request.text("signing-keys.empty")),
                Links.of(request.link(ROTATION, "signing-keys.rotate")),
                new Heading(request.text("signing-keys.new")),
                request.form(
                                PATH,
                                List.of(FormField.of(
                                                ALGORITHM,
                                                request.text("signing-keys.column.algorithm"),
                                                InputType.SELECT)
                                        .from(List.of(new Option("RS256", "RS256"), new Option("ES256", "ES256")))),
                                "signing-keys.action",
                                Form.Style.OTHER)
                        .with(NEWEST, newest(all)));
        return request.view(PATH, request.text("signing-keys.title"), elements);
    }

    private static Cell state(AdminRequest request, StoredSigningKey key, Optional<Instant> signing, Instant now) {
        if (key.signsFrom().isAfter(now)) {
            return Cell.of(request.text("signing-keys.next"));
        }
        return signing.filter(key.signsFrom()::equals).isPresent()
                ? Cell.of(request.text("signing-keys.signs"), Tone.GOOD)
                : Cell.of(request.text("signing-keys.verifies"), Tone.QUIET);
    }

    private static SignatureAlgorithm algorithm(StoredSigningKey key) {
        return key.key().publicKey().algorithm();
    }

    private static String newest(List<StoredSigningKey> all) {
        return all.stream()
                .max(Comparator.comparing(StoredSigningKey::createdAt)
                        .thenComparing(key -> key.key().publicKey().id()))
                .map(key -> key.key().publicKey().id())
                .orElse("");
    }
}
