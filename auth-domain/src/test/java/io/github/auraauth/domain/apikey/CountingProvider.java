package io.github.auraauth.domain.apikey;

import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.InvalidKeyException;
import java.security.Key;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.spec.AlgorithmParameterSpec;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.BadPaddingException;
import javax.crypto.Cipher;
import javax.crypto.CipherSpi;
import javax.crypto.IllegalBlockSizeException;
import javax.crypto.ShortBufferException;

/**
 * Counts cipher operations from below: put first into the list of providers it is what the code under test gets, without
 * a seam in that code, and whatever class the operation is called from. Passes everything on to the JDK's own.
 */
public final class CountingProvider extends Provider {
    private static final AtomicInteger OPERATIONS = new AtomicInteger();

    public CountingProvider() {
        super("Counting", "1", "counts cipher operations");
        put("Cipher.AES/CBC/NoPadding", Cbc.class.getName());
        put("Cipher.AES/GCM/NoPadding", Gcm.class.getName());
    }

    /** How many operations ended, well or not, while the task ran. */
    public int during(Runnable task) {
        int before = OPERATIONS.get();
        task.run();
        return OPERATIONS.get() - before;
    }

    public static final class Cbc extends Counted {
        public Cbc() throws GeneralSecurityException {
            super("AES/CBC/NoPadding");
        }
    }

    public static final class Gcm extends Counted {
        public Gcm() throws GeneralSecurityException {
            super("AES/GCM/NoPadding");
        }
    }

    private abstract static class Counted extends CipherSpi {
        private final Cipher cipher;

        Counted(String transformation) throws GeneralSecurityException {
            this.cipher = Cipher.getInstance(transformation, "SunJCE");
        }

        @Override
        protected void engineSetMode(String mode) {
            throw new UnsupportedOperationException();
        }

        @Override
        protected void engineSetPadding(String padding) {
            throw new UnsupportedOperationException();
        }

        @Override
        protected int engineGetBlockSize() {
            return cipher.getBlockSize();
        }

        @Override
        protected int engineGetOutputSize(int length) {
            return cipher.getOutputSize(length);
        }

        @Override
        protected byte[] engineGetIV() {
            return cipher.getIV();
        }

        @Override
        protected AlgorithmParameters engineGetParameters() {
            return cipher.getParameters();
        }

        @Override
        protected void engineInit(int mode, Key key, SecureRandom random) throws InvalidKeyException {
            cipher.init(mode, key, random);
        }

        @Override
        protected void engineInit(int mode, Key key, AlgorithmParameterSpec spec, SecureRandom random)
                throws InvalidKeyException, InvalidAlgorithmParameterException {
            cipher.init(mode, key, spec, random);
        }

        @Override
        protected void engineInit(int mode, Key key, AlgorithmParameters parameters, SecureRandom random)
                throws InvalidKeyException, InvalidAlgorithmParameterException {
            cipher.init(mode, key, parameters, random);
        }

        @Override
        protected void engineUpdateAAD(byte[] bytes, int offset, int length) {
            cipher.updateAAD(bytes, offset, length);
        }

        @Override
        protected byte[] engineUpdate(byte[] in, int offset, int length) {
            return cipher.update(in, offset, length);
        }

        @Override
        protected int engineUpdate(byte[] in, int offset, int length, byte[] out, int at) throws ShortBufferException {
            return cipher.update(in, offset, length, out, at);
        }

        @Override
        protected byte[] engineDoFinal(byte[] in, int offset, int length)
                throws IllegalBlockSizeException, BadPaddingException {
            OPERATIONS.incrementAndGet();
            return cipher.doFinal(in, offset, length);
        }

        @Override
        protected int engineDoFinal(byte[] in, int offset, int length, byte[] out, int at)
                throws ShortBufferException, IllegalBlockSizeException, BadPaddingException {
            OPERATIONS.incrementAndGet();
            return cipher.doFinal(in, offset, length, out, at);
        }
    }
}
