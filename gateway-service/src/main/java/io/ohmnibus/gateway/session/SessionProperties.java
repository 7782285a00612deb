/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.session;

import io.ohmnibus.ocpp.codec.Tolerance;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What one station may do while it is connected, and how patient the gateway is with it.
 *
 * @param settleTime how long after the handshake, and after the answer to a BootNotification, no
 *     CALL of ours goes out, and how long after a TriggerMessage no other one (pain 24)
 * @param maxUnansweredCalls CALLs of ours in a row without an answer, each waited for long enough,
 *     after which the connection counts as half dead and is closed; 0 never closes (pain 23)
 * @param messagesPerSecond what one station may send for long; above it is read more slowly. A
 *     message counts once more for every 16 kB
 * @param messageBurst what it may send at once when it was quiet before
 * @param floodLimit how long a station may push against that limit, sending without waiting for its
 *     answers, before it is closed; zero never closes
 * @param malformedPerMinute frames that are no OCPP-J at all, above which a station is closed
 * @param serialNumberInCertificate whether certificates of stations name their serial numbers, as
 *     Part 2, A00.FR.511 wants; then a station that tells another one in its BootNotification is
 *     closed (B01.FR.12). To be switched off where they name identities that are no serial numbers
 * @param models what differs for stations of some vendor or model; the first entry that fits counts
 */
@Validated
@ConfigurationProperties("ohmnibus.gateway.session")
record SessionProperties(
        @NotNull @DefaultValue("1s") Duration settleTime,
        @Min(0) @DefaultValue("3") int maxUnansweredCalls,
        @Min(1) @DefaultValue("100") int messagesPerSecond,
        @Min(1) @DefaultValue("1000") int messageBurst,
        @NotNull @DefaultValue("30s") Duration floodLimit,
        @Min(1) @DefaultValue("20") int malformedPerMinute,
        @DefaultValue("true") boolean serialNumberInCertificate,
        @DefaultValue List<@Valid Model> models) {

    SessionProperties {
        models = List.copyOf(models);
    }

    /**
     * What differs for some stations, as their BootNotification names them; what is not set is as
     * for all others.
     *
     * @param vendor vendorName, without regard to case
     * @param model the model, without regard to case; a {@code *} at its end stands for any ending
     * @param pingInterval as {@code ohmnibus.gateway.ping-interval}; a station that cannot answer
     *     pings wants the interval of its Heartbeats here (pains 21, 22)
     * @param commandTimeout as {@code ohmnibus.gateway.command-timeout}
     * @param tolerate rules of the schemas that they may break (pain 9); each time is counted
     */
    record Model(
            @NotBlank String vendor,
            @NotBlank @DefaultValue("*") String model,
            @Nullable Duration pingInterval,
            @Nullable Duration settleTime,
            @Nullable Duration commandTimeout,
            @Min(0) @Nullable Integer maxUnansweredCalls,
            @Nullable Boolean serialNumberInCertificate,
            @DefaultValue Set<Tolerance> tolerate) {

        Model {
            tolerate = Set.copyOf(tolerate);
        }

        boolean fits(String vendorName, String modelName) {
            return vendor.equalsIgnoreCase(vendorName) && fits(modelName);
        }

        private boolean fits(String name) {
            if (!model.endsWith("*")) {
                return model.equalsIgnoreCase(name);
            }
            int length = model.length() - 1;
            return name.regionMatches(true, 0, model, 0, length);
        }
    }
}
