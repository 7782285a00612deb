/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.allinone;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.security.oauth2.server.authorization.autoconfigure.servlet.OAuth2AuthorizationServerAutoConfiguration;
import org.springframework.boot.security.oauth2.server.authorization.autoconfigure.servlet.OAuth2AuthorizationServerJwtAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;

/** One system client, one person and one public client through which the person signs in. */
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration({
    DispatcherServletAutoConfiguration.class,
    ErrorMvcAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    OAuth2AuthorizationServerAutoConfiguration.class,
    OAuth2AuthorizationServerJwtAutoConfiguration.class,
    SecurityAutoConfiguration.class,
    SecurityFilterAutoConfiguration.class,
    ServletWebSecurityAutoConfiguration.class,
    TomcatServletWebServerAutoConfiguration.class,
    WebMvcAutoConfiguration.class
})
class IssuerConfiguration {

    private static final TokenSettings TOKENS =
            TokenSettings.builder().accessTokenTimeToLive(Duration.ofHours(12)).build();
    private static final String TENANT = "ohmnibus.tenant";
    private static final String ROLES = "ohmnibus.roles";

    @Bean
    JWKSource<SecurityContext> signingKey(Installation installation) {
        return new ImmutableJWKSet<>(new JWKSet(installation.signingKey()));
    }

    @Bean
    RegisteredClientRepository clients(Installation installation, PlatformSettings settings) {
        RegisteredClient people =
                RegisteredClient.withId("ohmnibus-people")
                        .clientId("ohmnibus-people")
                        .clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
                        .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                        .redirectUri("http://localhost:" + settings.http() + "/signed-in")
                        .clientSettings(
                                ClientSettings.builder()
                                        .requireProofKey(true)
                                        .requireAuthorizationConsent(false)
                                        .build())
                        .tokenSettings(TOKENS)
                        .build();
        RegisteredClient operator =
                system(
                        Issuer.CLIENT,
                        installation.clientSecret(),
                        OhmnibusPlatform.TENANT,
                        List.of("admin"));
        return new InMemoryRegisteredClientRepository(operator, people);
    }

    /** A partner's system, which acts for a tenant in its own name. */
    static RegisteredClient system(String id, String secret, String tenant, List<String> roles) {
        return RegisteredClient.withId(id)
                .clientId(id)
                .clientSecret("{noop}" + secret)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .clientSettings(
                        ClientSettings.builder()
                                .setting(TENANT, tenant)
                                .setting(ROLES, List.copyOf(roles))
                                .build())
                .tokenSettings(TOKENS)
                .build();
    }

    @Bean
    UserDetailsService people(Installation installation) {
        return new InMemoryUserDetailsManager(
                User.withUsername(Issuer.PERSON)
                        .password("{noop}" + installation.operatorPassword())
                        .roles("operator")
                        .build());
    }

    /** The claims that services ask for: audience, tenant and roles. */
    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> claims() {
        return token -> {
            ClientSettings client = token.getRegisteredClient().getClientSettings();
            String tenant = client.getSetting(TENANT);
            List<String> roles = client.getSetting(ROLES);
            token.getClaims()
                    .audience(List.of("ohmnibus"))
                    .claim("tenant", tenant == null ? OhmnibusPlatform.TENANT : tenant)
                    .claim("roles", roles == null ? List.of("operator") : roles);
        };
    }
}
