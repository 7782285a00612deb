/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.j;

import static io.ohmnibus.e2e.RunningPlatform.accepted;
import static io.ohmnibus.e2e.RunningPlatform.rest;
import static io.ohmnibus.e2e.RunningPlatform.station;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.message.TransactionEventRequest;
import io.ohmnibus.ocpp.type.EVSE;
import io.ohmnibus.ocpp.type.MeterValue;
import io.ohmnibus.ocpp.type.ReadingContextEnum;
import io.ohmnibus.ocpp.type.ReasonEnum;
import io.ohmnibus.ocpp.type.SampledValue;
import io.ohmnibus.ocpp.type.SignedMeterValue;
import io.ohmnibus.ocpp.type.Transaction;
import io.ohmnibus.ocpp.type.TransactionEventEnum;
import io.ohmnibus.ocpp.type.TriggerReasonEnum;
import io.ohmnibus.platform.ocpp.UseCase;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.simulator.Station;
import java.math.BigDecimal;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/**
 * {@code RecordMeterValues}, {@code SignatureCheck}: what was metered for an ISO 15118 car comes
 * with the events of its transaction (J03.FR.04), signed by the meter.
 */
@UseCase("J03")
class J03ChargingLoopScenario {

    private static final String METHOD = "ECDSA-secp256r1-SHA256";

    private static KeyPair newMeter() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    private static String printed(KeyPair meter) {
        return "oca:base16:asn1:" + HexFormat.of().formatHex(meter.getPublic().getEncoded());
    }

    /** OCMF: a payload in JSON, its signature, and bars between. */
    private static String ocmf(KeyPair meter, String reading, String shown)
            throws GeneralSecurityException {
        String payload = "{\"FV\":\"1.0\",\"RD\":[{\"RV\":%s,\"RU\":\"kWh\"}]}";
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(meter.getPrivate());
        signature.update(payload.formatted(reading).getBytes(UTF_8));
        String data =
                "OCMF|%s|{\"SA\":\"%s\",\"SD\":\"%s\"}"
                        .formatted(
                                payload.formatted(shown),
                                METHOD,
                                HexFormat.of().formatHex(signature.sign()));
        return Base64.getEncoder().encodeToString(data.getBytes(UTF_8));
    }

    private static TransactionEventRequest ended(Station station, String... signedData) {
        List<SampledValue> samples =
                List.of(signedData).stream()
                        .map(data ->
                                new SampledValue(
                                        new BigDecimal("12.5"),
                                        null,
                                        ReadingContextEnum.TRANSACTION_END,
                                        null,
                                        null,
                                        new SignedMeterValue(data, METHOD, "OCMF", "", null),
                                        null,
                                        null))
                        .toList();
        return new TransactionEventRequest(
                null,
                TransactionEventEnum.ENDED,
                List.of(new MeterValue(samples, station.now(), null)),
                station.now(),
                TriggerReasonEnum.STOP_AUTHORIZED,
                0,
                null,
                null,
                null,
                null,
                null,
                null,
                new Transaction(
                        "signed", null, null, ReasonEnum.LOCAL, null, null, null, null, null),
                new EVSE(1, 1, null),
                null,
                null);
    }

    /** TC_J_04, TC_J_11. */
    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement({"J01.FR.21", "J02.FR.21", "J02.FR.23", "J03.FR.04"})
    void signedValuesAreKeptAndVerified(OcppVersion version) throws GeneralSecurityException {
        KeyPair meter = newMeter();
        try (Station station =
                accepted(station(version).set("FiscalMetering", "PublicKey", printed(meter)))) {
            String good = ocmf(meter, "12.5", "12.5");
            String changed = ocmf(meter, "12.5", "99.9");
            station.call(ended(station, good, changed, "bm8gT0NNRg=="));

            rest().eventually(
                            "transaction/transactions/" + station.id() + "/signed/signed-values",
                            found -> {
                                JsonNode items = found.path("items");
                                assertThat(items)
                                        .extracting(item -> item.path("verdict").asString())
                                        .containsExactly("Valid", "Invalid", "Unreadable");
                                assertThat(
                                                items.get(0)
                                                        .at("/signedMeterValue/signedMeterData")
                                                        .asString())
                                        .isEqualTo(good);
                            });
        }
    }
}
