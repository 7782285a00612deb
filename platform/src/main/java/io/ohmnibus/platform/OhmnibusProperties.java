/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** What a person who runs the platform sets, the same for every service. */
@Validated
@ConfigurationProperties("ohmnibus")
public record OhmnibusProperties(
        @Valid @DefaultValue ServiceIdentity service,
        @Valid @DefaultValue Database database,
        @Valid @DefaultValue Kafka kafka,
        @Valid @DefaultValue Security security) {

    /**
     * Which service this is.
     *
     * @param name the id in paths, topics, schemas; set by the service itself
     */
    public record ServiceIdentity(@NotBlank @Pattern(regexp = "[a-z]+") String name) {}

    /**
     * Where PostgreSQL is. Every service has its own schema, named after it, in one database.
     *
     * @param host name or address of the server
     * @param port where it listens
     * @param name the database, which must be there
     * @param username who owns the schemas, or may create them
     * @param password of that user
     */
    public record Database(
            @NotBlank @DefaultValue("localhost") String host,
            @Min(1) @Max(65535) @DefaultValue("5432") int port,
            @NotBlank @DefaultValue("ohmnibus") String name,
            @NotBlank @DefaultValue("ohmnibus") String username,
            @DefaultValue("") String password) {

        @Override
        public String toString() {
            return "Database[" + username + "@" + host + ":" + port + "/" + name + "]";
        }
    }

    /**
     * Where Kafka is.
     *
     * @param bootstrapServers host:port, several separated by commas
     */
    public record Kafka(@NotBlank @DefaultValue("localhost:9092") String bootstrapServers) {}

    /**
     * Whose tokens are accepted, and what is open without one.
     *
     * @param issuer the {@code iss} that a token must have
     * @param jwkSetUri where the issuer's public keys are; read when the first token comes
     * @param audience the {@code aud} that a token must have
     * @param openDocs whether metrics and OpenAPI need no token; otherwise {@code metrics:read}
     * @param passwordPepper secret that goes into the hashes of station passwords; the same in all
     *     services, and hashes are worthless after it changes
     * @param secretKey what commands with secrets, answers and repeatable responses are encrypted
     *     with in tables and on the bus; the same in all services and gateways. Without it a key is
     *     made of the pepper.
     */
    public record Security(
            @Nullable String issuer,
            @Nullable URI jwkSetUri,
            @NotBlank @DefaultValue("ohmnibus") String audience,
            @DefaultValue("false") boolean openDocs,
            @Nullable @Size(min = 16) String passwordPepper,
            @Nullable @Size(min = 16) String secretKey) {

        /** The secret to encrypt with, where there is one. */
        public @Nullable String sealingSecret() {
            return secretKey == null ? passwordPepper : secretKey;
        }

        @Override
        public String toString() {
            return "Security[issuer=" + issuer + ", jwkSetUri=" + jwkSetUri + "]";
        }
    }
}
