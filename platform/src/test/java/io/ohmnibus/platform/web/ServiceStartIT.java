/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ohmnibus.platform.ocpp.Service;
import io.ohmnibus.platform.security.StationPasswords;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

class ServiceStartIT {

    @SuppressWarnings("NullAway.Init")
    private static TestService parts;

    /** A service as small as it can be. */
    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Empty {}

    /** One that somebody forgot to close. */
    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(OpenController.class)
    static class Open {}

    @RestController
    static final class OpenController {
        @GetMapping("/open")
        Mono<String> open() {
            return Mono.just("come in");
        }
    }

    @BeforeAll
    static void start(@TempDir Path data) throws IOException {
        parts = new TestService(data);
    }

    @AfterAll
    static void stop() {
        parts.close();
    }

    @Test
    void aServiceStartsWithAllOfThePlatform() {
        try (var service = parts.run(Empty.class, Service.TARIFF)) {
            assertThat(service.getBean(StationPasswords.class)).isNotNull();
            HttpResponse<String> health =
                    parts.send(TestService.request(service, "/api/tariff/actuator/health"));
            assertThat(health.statusCode()).as(health.body()).isEqualTo(200);
            String token = parts.issuer.token("v", "viewer");
            HttpResponse<String> openApi =
                    parts.send(
                            TestService.request(service, "/api/tariff/openapi")
                                    .header("Authorization", "Bearer " + token));
            assertThat(openApi.body())
                    .contains("/stations/{stationId}/commands/SetDefaultTariff")
                    .contains("#/components/schemas/ocpp.SetDefaultTariffRequest")
                    .contains("\"operationId\":\"sendChangeTransactionTariff\"")
                    .contains("\"name\":\"whenOffline\"")
                    .doesNotContain("{action}")
                    .doesNotContain("Sending");
            keep(openApi.body());
            HttpResponse<String> command =
                    parts.send(
                            TestService.request(
                                            service,
                                            "/api/tariff/stations/CS-1/commands/SetDefaultTariff"
                                                    + "?wait=PT99H")
                                    .header("Authorization", "Bearer " + token)
                                    .header("Content-Type", "application/json")
                                    .POST(BodyPublishers.ofString("{}")));
            assertThat(command.statusCode()).isEqualTo(403);
        }
    }

    /** For people and validators to look at. */
    private static void keep(String openApi) {
        try {
            java.nio.file.Files.writeString(Path.of("target", "openapi-tariff.json"), openApi);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void aControllerMethodWithoutPermissionKeepsTheServiceFromStarting() {
        assertThatThrownBy(() -> parts.run(Open.class, Service.DER))
                .hasStackTraceContaining("@RequiresPermission")
                .hasStackTraceContaining("OpenController");
    }
}
