// example: whole
import io.github.auraauth.domain.apikey.ApiKeyPolicy;
import io.github.auraauth.domain.apikey.ApiKeys;
import io.github.auraauth.domain.crypto.EncryptionKeys;
import io.github.auraauth.servlet.ApiKeyVerifier;
import io.github.auraauth.servlet.ApiKeyFilter;
import io.github.auraauth.servlet.GuardedPaths;
import jakarta.servlet.DispatcherType;
import java.security.Principal;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Orders, on Spring Boot; only their health is for everybody. */
@SpringBootConfiguration
@EnableAutoConfiguration
@RestController
public class GuardedSpring {
    public static void main(String[] arguments) {
        SpringApplication.run(GuardedSpring.class, arguments);
    }

    @Bean
    static FilterRegistrationBean<ApiKeyFilter> apiKeys() {
        var keys = EncryptionKeys.parse("aes-256-cbc", System.getenv("AURA_ENCRYPTION_KEY"));
        var apiKeys = new ApiKeys(keys, 35, "local", ApiKeyPolicy.STRICT, new SecureRandom());
        var paths = GuardedPaths.ALL.exceptFor("/health");
        var filter = new FilterRegistrationBean<>(
                new ApiKeyFilter(ApiKeyVerifier.of(apiKeys, InstantSource.system()), paths, "orders"));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        filter.addUrlPatterns("/*");
        filter.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ASYNC);
        return filter;
    }

    @GetMapping("/health")
    String health() {
        return "/health";
    }

    @GetMapping("/orders/{order}")
    String show(@PathVariable("order") String order, Principal caller) {
        return "/orders/" + order + " for " + caller;
    }

    @PostMapping("/orders/{order}")
    Callable<String> change(@PathVariable("order") String order, Principal caller) {
        return () -> "/orders/" + order + " for " + caller;
    }
}
// end
