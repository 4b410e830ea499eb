print("tercet")
