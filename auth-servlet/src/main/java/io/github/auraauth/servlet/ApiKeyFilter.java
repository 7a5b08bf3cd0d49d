package io.github.auraauth.servlet;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.access.AccessLevel;
import io.github.auraauth.domain.access.AccessMode;
import io.github.auraauth.domain.access.RequestPath;
import io.github.auraauth.domain.access.RequiredAccess;
import io.github.auraauth.domain.apikey.ApiKeyModel.Grants;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Lets requests through that hold an APIKey which is good for them, and refuses all others as our own API does. GET, HEAD
 * and OPTIONS need a key that may read, all else one that may write. Map it to {@code /*}, with support for asynchronous
 * requests, for the dispatches {@code REQUEST} and {@code ASYNC}.
 *
 * <p>A request is decided by the path as it stood in the request line, each segment decoded once: one that has no such
 * form, or ends with a slash, is refused. It is decided once; where the service itself dispatches it elsewhere, it goes on
 * as who it was. A request that comes to this filter by a dispatch only is decided then, by where it was dispatched to; one
 * that is dispatched to an error page goes there.
 *
 * <p>What is behind the filter finds an {@link ApiKeyPrincipal} as the user principal, and in the attribute
 * {@link #PRINCIPAL}.
 */
public final class ApiKeyFilter implements Filter {
    /** The attribute of a request that holds its {@link ApiKeyPrincipal}. */
    public static final String PRINCIPAL = "io.github.auraauth.servlet.principal";

    private static final Optional<RefusalResponse> NONE = Optional.empty();

    private final ApiKeyVerifier verifier;
    private final GuardedPaths paths;
    private final String scope;
    private final Set<AccessLevel> levels;
    /** The attribute of a request that this filter has let through; others on its way have others. */
    private final String decided = "io.github.auraauth.servlet.decided." + System.identityHashCode(this);

    /** Takes every valid key with that scope, which is the realm too. */
    public ApiKeyFilter(ApiKeyVerifier verifier, GuardedPaths paths, String scope) {
        this(verifier, paths, scope, Set.of(AccessLevel.PUBLIC));
    }

    /** @param levels at least one; a key of any of them will do */
    public ApiKeyFilter(ApiKeyVerifier verifier, GuardedPaths paths, String scope, Set<AccessLevel> levels) {
        this.verifier = requireNonNull(verifier, "verifier");
        this.paths = requireNonNull(paths, "paths");
        if (!Grants.isEntry(requireNonNull(scope, "scope"))) {
            throw new IllegalArgumentException("scope must be one that a key can have");
        }
        this.scope = scope;
        this.levels = new RequiredAccess(levels, scope, AccessMode.READ).anyOf();
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!(request instanceof HttpServletRequest http) || !(response instanceof HttpServletResponse answer)) {
            throw new ServletException("only requests of HTTP can be guarded");
        }
        DispatcherType dispatch = http.getDispatcherType();
        boolean goesOn = dispatch == DispatcherType.ERROR
                || dispatch != DispatcherType.REQUEST && http.getAttribute(decided) == this;
        Optional<RefusalResponse> refusal = goesOn ? NONE : decide(http);
        if (refusal.isPresent()) {
            refusal.get().write(answer, scope);
        } else if (http.getAttribute(PRINCIPAL) instanceof ApiKeyPrincipal principal) {
            chain.doFilter(new AuthenticatedRequest(http, principal), answer);
        } else {
            chain.doFilter(http, answer);
        }
    }

    private Optional<RefusalResponse> decide(HttpServletRequest request) {
        Optional<RequestPath> path = GuardedPaths.read(rawPath(request));
        if (path.isEmpty()) {
            return Optional.of(RefusalResponse.INVALID_REQUEST);
        }
        Optional<RequestPath> relative = paths.relative(path.get(), request.getContextPath());
        if (relative.isEmpty()) {
            return Optional.of(RefusalResponse.NOT_FOUND);
        }
        Optional<RefusalResponse> refusal = paths.isOpen(relative.get()) ? NONE : authenticate(request, relative.get());
        if (refusal.isEmpty()) {
            request.setAttribute(decided, this);
        }
        return refusal;
    }

    private Optional<RefusalResponse> authenticate(HttpServletRequest request, RequestPath path) {
        RequiredAccess needed = new RequiredAccess(levels, scope, AccessMode.ofMethod(request.getMethod()));
        return verifier.verify(new ApiKeyVerifier.Call(authorization(request), needed, path, request.getRemoteAddr()))
                .fold(
                        identity -> {
                            request.setAttribute(PRINCIPAL, new ApiKeyPrincipal(identity));
                            return NONE;
                        },
                        reason -> Optional.of(RefusalResponse.of(reason)));
    }

    /** Where the request was sent to, or where it is dispatched to now. */
    private static String rawPath(HttpServletRequest request) {
        return request.getDispatcherType() == DispatcherType.INCLUDE
                ? String.valueOf(request.getAttribute(RequestDispatcher.INCLUDE_REQUEST_URI))
                : request.getRequestURI();
    }

    /** Empty too where the header stands there more than once: one reader takes the first, another the last. */
    private static Optional<String> authorization(HttpServletRequest request) {
        Enumeration<String> values = request.getHeaders("Authorization");
        List<String> all = values == null ? List.of() : Collections.list(values);
        return all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty();
    }
}
