/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.tls;

import java.io.IOException;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;

/** Where a certificate says that one may ask whether it was revoked. */
record RevocationSources(List<URI> ocsp, List<URI> crls) {

    static RevocationSources of(X509Certificate certificate) {
        List<URI> ocsp = new ArrayList<>();
        extension(certificate, Extension.authorityInfoAccess.getId())
                .map(AuthorityInformationAccess::getInstance)
                .ifPresent(access -> {
                    for (AccessDescription each : access.getAccessDescriptions()) {
                        if (each.getAccessMethod().equals(AccessDescription.id_ad_ocsp)) {
                            add(ocsp, each.getAccessLocation());
                        }
                    }
                });
        List<URI> crls = new ArrayList<>();
        extension(certificate, Extension.cRLDistributionPoints.getId())
                .map(CRLDistPoint::getInstance)
                .ifPresent(points -> {
                    for (DistributionPoint point : points.getDistributionPoints()) {
                        DistributionPointName name = point.getDistributionPoint();
                        if (name != null && name.getType() == DistributionPointName.FULL_NAME) {
                            for (GeneralName each :
                                    GeneralNames.getInstance(name.getName()).getNames()) {
                                add(crls, each);
                            }
                        }
                    }
                });
        return new RevocationSources(List.copyOf(ocsp), List.copyOf(crls));
    }

    private static Optional<ASN1Primitive> extension(X509Certificate certificate, String id) {
        byte[] value = certificate.getExtensionValue(id);
        try {
            return value == null
                    ? Optional.empty()
                    : Optional.of(JcaX509ExtensionUtils.parseExtensionValue(value));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private static void add(List<URI> places, GeneralName name) {
        if (name.getTagNo() == GeneralName.uniformResourceIdentifier) {
            try {
                URI place = new URI(name.getName().toString());
                String scheme = String.valueOf(place.getScheme()).toLowerCase(Locale.ROOT);
                if (scheme.equals("http") || scheme.equals("https")) {
                    places.add(place);
                }
            } catch (java.net.URISyntaxException _) {
                return; // nobody can be asked there
            }
        }
    }

    boolean none() {
        return ocsp.isEmpty() && crls.isEmpty();
    }
}
