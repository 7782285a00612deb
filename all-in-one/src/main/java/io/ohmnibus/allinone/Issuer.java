/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.allinone;

import java.util.List;
import java.util.Map;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import reactor.core.publisher.Hooks;

/** The embedded OAuth 2 authorization server, in a servlet context of its own. */
final class Issuer implements AutoCloseable {

    static final String CLIENT = "ohmnibus-operator";
    static final String PERSON = "operator";

    /**
     * What servlets hang into every reactive chain of the JVM to carry the request along; the
     * services have none, and would pay for it with a tenth of their time.
     */
    private static final String SERVLET_HOOK =
            "org.springframework.security.SECURITY_REACTOR_CONTEXT_OPERATOR";

    private final ConfigurableApplicationContext context;

    private Issuer(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static Issuer start(PlatformSettings settings, Installation installation) {
        Issuer issuer = new Issuer(context(settings, installation));
        Hooks.resetOnLastOperator(SERVLET_HOOK);
        return issuer;
    }

    private static ConfigurableApplicationContext context(
            PlatformSettings settings, Installation installation) {
        return new SpringApplicationBuilder(IssuerConfiguration.class)
                .web(WebApplicationType.SERVLET)
                .properties(
                        Map.of(
                                "spring.config.name",
                                "issuer",
                                "spring.main.banner-mode",
                                "off",
                                "spring.jmx.enabled",
                                "false"))
                .initializers(context -> {
                    context.getBeanFactory().registerSingleton("installation", installation);
                    context.getBeanFactory().registerSingleton("settings", settings);
                })
                .run(
                        "--server.port=" + settings.issuer(),
                        "--spring.security.oauth2.authorizationserver.issuer=" + uri(settings));
    }

    static String uri(PlatformSettings settings) {
        return "http://localhost:" + settings.issuer();
    }

    static String jwkSetUri(PlatformSettings settings) {
        return uri(settings) + "/oauth2/jwks";
    }

    /** Lets another system act for a tenant in these roles, until the issuer stops. */
    void add(String client, String secret, String tenant, List<String> roles) {
        context.getBean(RegisteredClientRepository.class)
                .save(IssuerConfiguration.system(client, secret, tenant, roles));
    }

    @Override
    public void close() {
        context.close();
    }
}
