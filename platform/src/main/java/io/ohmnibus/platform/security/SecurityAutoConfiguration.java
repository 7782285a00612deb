/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.security;

import io.ohmnibus.platform.OhmnibusProperties;
import io.ohmnibus.platform.web.Caller;
import io.ohmnibus.platform.web.ProblemHandler;
import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.security.autoconfigure.ReactiveUserDetailsServiceAutoConfiguration;
import org.springframework.boot.security.autoconfigure.actuate.web.reactive.ReactiveManagementWebSecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.reactive.ReactiveWebSecurityAutoConfiguration;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.reactive.ReactiveOAuth2ResourceServerAutoConfiguration;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.web.reactive.ReactiveOAuth2ResourceServerWebSecurityAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.authorization.ReactiveAuthorizationManager;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.AuthorizeExchangeSpec;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.authorization.AuthorizationContext;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/** Closes everything that is not explicitly open, and asks for tokens of our issuer. */
@AutoConfiguration(
        before = {
            ReactiveOAuth2ResourceServerAutoConfiguration.class,
            ReactiveOAuth2ResourceServerWebSecurityAutoConfiguration.class,
            ReactiveManagementWebSecurityAutoConfiguration.class,
            ReactiveUserDetailsServiceAutoConfiguration.class,
            ReactiveWebSecurityAutoConfiguration.class
        })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
final class SecurityAutoConfiguration {

    private static final String[] DOCS = {
        "/actuator/prometheus", "/actuator/info", "/openapi", "/openapi.yaml", "/openapi/**"
    };

    @Bean
    @ConditionalOnMissingBean
    ReactiveJwtDecoder jwtDecoder(OhmnibusProperties properties, Clock clock) {
        return TokenDecoders.of(properties.security(), clock);
    }

    @Bean
    SecurityWebFilterChain securityWebFilterChain(
            ServerHttpSecurity http,
            OhmnibusProperties properties,
            ReactiveJwtDecoder decoder,
            ProblemHandler problems) {
        ProblemSecurity answers = new ProblemSecurity(problems);
        return http.csrf(ServerHttpSecurity.CsrfSpec::disable) // no cookies, no sessions
                .cors(ServerHttpSecurity.CorsSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
                .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                .requestCache(ServerHttpSecurity.RequestCacheSpec::disable)
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .authorizeExchange(paths -> rules(paths, properties.security().openDocs()))
                .oauth2ResourceServer(server ->
                        server.authenticationEntryPoint(answers)
                                .accessDeniedHandler(answers)
                                .jwt(jwt ->
                                        jwt.jwtDecoder(decoder)
                                                .jwtAuthenticationConverter(new CallerConverter())))
                .exceptionHandling(errors ->
                        errors.authenticationEntryPoint(answers).accessDeniedHandler(answers))
                .build();
    }

    /** Measures cost more than they tell here. */
    @Bean
    @ConditionalOnMissingBean
    SecurityObservationSettings securityObservationSettings() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    PermissionFilter permissionFilter(
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping controllers) {
        return new PermissionFilter(controllers);
    }

    @Bean
    PermissionCheck permissionCheck(
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping controllers) {
        return new PermissionCheck(controllers);
    }

    /** Made where somebody needs it; others need no pepper. */
    @Bean
    @Lazy
    @ConditionalOnMissingBean
    StationPasswords stationPasswords(OhmnibusProperties properties) {
        String pepper = properties.security().passwordPepper();
        if (pepper == null) {
            throw new IllegalStateException("Set ohmnibus.security.password-pepper");
        }
        return new StationPasswords(pepper, new SecureRandom());
    }

    private static void rules(AuthorizeExchangeSpec paths, boolean openDocs) {
        paths.pathMatchers("/actuator/health", "/actuator/health/**").permitAll();
        if (openDocs) {
            paths.pathMatchers(DOCS).permitAll();
        } else {
            paths.pathMatchers(DOCS).access(needs("metrics:read"));
        }
        paths.anyExchange().authenticated();
    }

    private static ReactiveAuthorizationManager<AuthorizationContext> needs(String permission) {
        return (authentication, _) ->
                authentication
                        .<AuthorizationResult>map(
                                someone -> new AuthorizationDecision(may(someone, permission)))
                        .defaultIfEmpty(new AuthorizationDecision(false));
    }

    private static boolean may(Authentication someone, String permission) {
        return someone.isAuthenticated()
                && someone.getPrincipal() instanceof Caller caller
                && caller.may(permission);
    }
}
