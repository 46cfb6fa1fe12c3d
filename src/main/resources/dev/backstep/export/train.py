for epoch in range({EPOCHS}):
    order = shuffled(train_X.shape[1], {SEED}, epoch)
    total = 0.0
    for first in range(0, len(order), {BATCH}):
        batch = order[first : first + {BATCH}]
        optimiser.zero_grad()
        loss = program(train_X[:, batch], train_y[:, batch])[output]
        if not torch.isfinite(loss):
            raise SystemExit(f"epoch {epoch + 1}: the loss is not finite")
        loss.backward()
{BEFORE}
        optimiser.step()
        total += loss.item() * len(batch)
    line = {"epoch": epoch + 1, "loss": total / len(order)}
    if test_X.numel() > 0:
        with torch.no_grad():
            line["test_loss"] = plain(program(test_X, test_y)[output])
    print(json.dumps(line))
