for epoch in range({EPOCHS}):
    order = shuffled(train_X.shape[1], {SEED}, epoch)
    total = 0.0
    for first in range(0, len(order), {BATCH}):
        batch = order[first : first + {BATCH}]
        optimiser.zero_grad()
        loss = program(train_X[:, batch], train_y[:, batch])[output]
        loss.backward()
{BEFORE}
        optimiser.step()
        total += loss.item() * len(batch)
    line = {"epoch": epoch + 1, "loss": total / len(order)}
    if test_X.numel() > 0:
        with torch.no_grad():
            line["test_loss"] = program(test_X, test_y)[output].item()
    print(json.dumps(line))
