/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ohmnibus.gateway.signing.SigningProperties.Policy;
import io.ohmnibus.gateway.tls.TestAuthority;
import io.ohmnibus.gateway.tls.TestAuthority.Identity;
import io.ohmnibus.ocpp.Action;
import io.ohmnibus.ocpp.signing.SignedPayload;
import io.ohmnibus.ocpp.signing.Signer;
import io.ohmnibus.platform.ocpp.StationKey;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;

final class OwnSignatureTest { // Part 4, 7

    private static final int CALL = 2;
    private static final byte[] PAYLOAD = "{}".getBytes(StandardCharsets.UTF_8);
    private static final TestAuthority ROOT = TestAuthority.root("Root");

    private final DefaultSslBundleRegistry bundles = new DefaultSslBundleRegistry();

    private OwnSignature signing(String... stations) {
        return new OwnSignature(
                new SigningProperties(Policy.ACCEPT, List.of(), "own", Set.of(stations)), bundles);
    }

    private Identity key(String algorithm, int bits) {
        KeyPair keys = TestAuthority.keys(algorithm, bits);
        return ROOT.issue("CN=csms", keys, options -> {});
    }

    private static Signer of(OwnSignature signing, String tenant, String station) {
        return signing.of(new StationKey(tenant, station)).orElseThrow();
    }

    @Test
    void isForNobodyUnlessSaid() {
        assertThat(signing().of(new StationKey("default", "CS-1"))).isEmpty();
    }

    @Test
    void isForTenantsAndSingleStations() {
        bundles.registerBundle("own", key("EC", 256).bundle());
        OwnSignature signing = signing("acme", "default/CS-1");
        assertThat(signing.of(new StationKey("acme", "any"))).isPresent();
        assertThat(signing.of(new StationKey("default", "CS-1"))).isPresent();
        assertThat(signing.of(new StationKey("default", "CS-2"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"EC, 256", "RSA, 2048"})
    void isOfTheKeyInTheBundleAsItIsNow(String algorithm, int bits) throws Exception {
        Identity first = key(algorithm, bits);
        bundles.registerBundle("own", first.bundle());
        OwnSignature signing = signing("default");
        verify(of(signing, "default", "CS-1"), first);
        Identity second = key(algorithm, bits);
        bundles.updateBundle("own", second.bundle());
        verify(of(signing, "default", "CS-1"), second);
        bundles.updateBundle("own", ROOT.bundle()); // has no key
        verify(of(signing, "default", "CS-1"), second);
    }

    private static void verify(Signer signer, Identity by) throws Exception {
        SignedPayload signed = signer.sign(CALL, Action.RESET, PAYLOAD);
        signed.verify(by.certificate().getPublicKey(), Action.RESET);
        assertThat(signed.certificateThumbprint()).contains(Signer.thumbprint(by.certificate()));
    }

    @Test
    void needsAKeyThatOcppAllows() {
        bundles.registerBundle("own", ROOT.bundle());
        assertThatThrownBy(() -> signing("default")).hasMessageContaining("no private key");
    }

    @Test
    void mapsEveryProperty() {
        String prefix = "ohmnibus.gateway.signing.";
        assertThat(bind(Map.of()))
                .isEqualTo(new SigningProperties(Policy.ACCEPT, List.of(), null, Set.of()));
        assertThat(
                        bind(
                                Map.of(
                                        prefix + "policy", "verify",
                                        prefix + "certificates", "/a.pem",
                                        prefix + "bundle", "own",
                                        prefix + "stations", "acme,default/CS-1")))
                .isEqualTo(
                        new SigningProperties(
                                Policy.VERIFY,
                                List.of(Path.of("/a.pem")),
                                "own",
                                Set.of("acme", "default/CS-1")));
        assertThatThrownBy(() -> bind(Map.of(prefix + "stations", "acme")))
                .hasStackTraceContaining("needs ohmnibus.gateway.signing.bundle");
    }

    private static SigningProperties bind(Map<String, String> values) {
        return new Binder(new MapConfigurationPropertySource(values))
                .bindOrCreate("ohmnibus.gateway.signing", SigningProperties.class);
    }
}
