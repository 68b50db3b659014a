package io.leeway.state;

class HeapStoreTest implements StoreContract {
    private final Store store = new HeapStore();

    @Override
    public Store store() {
        return store;
    }
}
