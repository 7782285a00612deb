/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

final class TlsPropertiesTest {

    private static <T> T bind(String prefix, Class<T> type, Map<String, String> values) {
        return new Binder(new MapConfigurationPropertySource(values)).bindOrCreate(prefix, type);
    }

    private static TlsProperties tls(Map<String, String> values) {
        return bind("ohmnibus.gateway.tls", TlsProperties.class, values);
    }

    private static RevocationProperties revocation(Map<String, String> values) {
        return bind("ohmnibus.gateway.revocation", RevocationProperties.class, values);
    }

    @Test
    void isOffByDefaultWithTheSuitesOfTheSpecificationAndTwoMore() {
        assertThat(tls(Map.of()))
                .isEqualTo(
                        new TlsProperties(
                                null,
                                null,
                                List.of(),
                                null,
                                List.of(
                                        "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
                                        "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
                                        "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
                                        "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
                                        "TLS_RSA_WITH_AES_128_GCM_SHA256",
                                        "TLS_RSA_WITH_AES_256_GCM_SHA384"),
                                4,
                                Map.of(),
                                true));
    }

    @Test
    void mapsEveryProperty() {
        String prefix = "ohmnibus.gateway.tls.";
        assertThat(
                        tls(
                                Map.of(
                                        prefix + "port", "1",
                                        prefix + "mutual-port", "2",
                                        prefix + "certificates", "ec,rsa",
                                        prefix + "trust", "stations",
                                        prefix + "ciphers", "X",
                                        prefix + "max-chain", "3",
                                        prefix + "organizations.acme", "Acme",
                                        prefix + "openssl", "false")))
                .isEqualTo(
                        new TlsProperties(
                                1,
                                2,
                                List.of("ec", "rsa"),
                                "stations",
                                List.of("X"),
                                3,
                                Map.of("acme", "Acme"),
                                false));
    }

    @Test
    void saysWhatIsMissing() {
        assertThatThrownBy(() -> tls(Map.of("ohmnibus.gateway.tls.port", "1")))
                .hasStackTraceContaining("needs ohmnibus.gateway.tls.certificates");
        assertThatThrownBy(() ->
                        tls(
                                Map.of(
                                        "ohmnibus.gateway.tls.mutual-port", "1",
                                        "ohmnibus.gateway.tls.certificates", "ec")))
                .hasStackTraceContaining("needs ohmnibus.gateway.tls.trust");
    }

    @Test
    void tellsTheTenantOfACertificateByItsOrganization() {
        TlsProperties none = tls(Map.of());
        assertThat(none.tenantOf(of("CN=CS-1,O=Any"))).contains("default");
        String prefix = "ohmnibus.gateway.tls.organizations.";
        TlsProperties some = tls(Map.of(prefix + "acme", "Acme", prefix + "more", "Acme"));
        assertThat(some.tenantOf(of("CN=CS-1,O=Any"))).contains("default");
        assertThat(some.tenantOf(of("CN=CS-1,O=Acme"))).as("of two").isEmpty();
        TlsProperties all = tls(Map.of(prefix + "acme", "Acme", prefix + "default", "Operator"));
        assertThat(all.tenantOf(of("CN=CS-1,O=Acme"))).contains("acme");
        assertThat(all.tenantOf(of("CN=CS-1,O=Operator"))).contains("default");
        assertThat(all.tenantOf(of("CN=CS-1"))).isEmpty();
    }

    private static StationCertificate of(String subject) {
        return StationCertificate.of(List.of(TestAuthority.selfSigned(subject).certificate()));
    }

    @Test
    void asksAfterRevocationUnlessToldOtherwise() {
        assertThat(revocation(Map.of()))
                .isEqualTo(
                        new RevocationProperties(
                                RevocationProperties.Mode.REQUIRED,
                                List.of(),
                                Duration.ofSeconds(5),
                                Duration.ofMinutes(10),
                                false));
        String prefix = "ohmnibus.gateway.revocation.";
        assertThat(
                        revocation(
                                Map.of(
                                        prefix + "mode", "tolerant",
                                        prefix + "crl-files", "/a,/b",
                                        prefix + "timeout", "1s",
                                        prefix + "cache", "2s",
                                        prefix + "allow-private-addresses", "true")))
                .isEqualTo(
                        new RevocationProperties(
                                RevocationProperties.Mode.TOLERANT,
                                List.of(Path.of("/a"), Path.of("/b")),
                                Duration.ofSeconds(1),
                                Duration.ofSeconds(2),
                                true));
    }
}
