/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.signed;

import io.ohmnibus.ocpp.type.SignedMeterValue;
import io.ohmnibus.transaction.signed.MeterDataFormat.SignedContent;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Verifies signed meter values. */
@Component
final class SignatureCheck {

    private final Map<String, MeterDataFormat> formats;

    SignatureCheck(List<MeterDataFormat> formats) {
        this.formats =
                formats.stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        format -> lower(format.encodingMethod()),
                                        Function.identity()));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /**
     * @param known the keys of the station's meters; they count more than one that comes with the
     *     value, which only shows that nobody changed it on the way
     */
    Verdict verify(SignedMeterValue value, List<String> known) {
        MeterDataFormat format = formats.get(lower(value.encodingMethod()));
        if (format == null) {
            return Verdict.UNKNOWN_METHOD;
        }
        try {
            SignedContent read =
                    format.read(Base64.getMimeDecoder().decode(value.signedMeterData()));
            String method =
                    read.signingMethod() == null ? value.signingMethod() : read.signingMethod();
            if (method == null || !method.matches("ECDSA-\\w+-SHA256")) {
                return Verdict.UNKNOWN_METHOD;
            }
            return verify(read, keys(known.stream()), keys(Stream.ofNullable(value.publicKey())));
        } catch (IllegalArgumentException _) {
            return Verdict.UNREADABLE;
        }
    }

    private static List<PublicKey> keys(Stream<String> texts) {
        return texts.map(PublicKeys::read).flatMap(Optional::stream).toList();
    }

    private static Verdict verify(
            SignedContent read, List<PublicKey> known, List<PublicKey> enclosed) {
        if (known.isEmpty() && enclosed.isEmpty()) {
            return Verdict.NO_KEY;
        }
        if (known.stream().anyMatch(key -> isSignedWith(key, read))) {
            return Verdict.VALID;
        }
        boolean consistent =
                known.isEmpty() && enclosed.stream().anyMatch(key -> isSignedWith(key, read));
        return consistent ? Verdict.CONSISTENT : Verdict.INVALID;
    }

    private static boolean isSignedWith(PublicKey key, SignedContent read) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA", PublicKeys.PROVIDER);
            signature.initVerify(key);
            signature.update(read.content());
            return signature.verify(read.signature());
        } catch (GeneralSecurityException _) {
            return false;
        }
    }
}
